/** Word families of English: what words mean to the coach. A star takes every ending. */
export const englishFamilies = {
	me: 'i me my mine myself im ive',
	you: 'you your yours yourself u youre youve youd',
	we: 'we us our ours weve',
	they: 'he she him her his hers they them their himself herself',
	know: 'know knows knew known connected acquainted acquaintance close linked friends friend contact contacts connection connections',
	did: 'met bumped crossed sat spoke spoken talked chatted worked studied shared collaborated attended graduated trained volunteered interned played sang served taught built organised organized ran travelled traveled lived caught enjoyed emailed exchanged presented sailed cooked hiked',
	remember: 'remember* recall* forgot* forget* memor* reminded reminisc*',
	together: 'together both alongside same fellow mutual common joint side each other',
	bond: 'colleague* classmate* coworker* teammate* roommate* flatmate* alum alumni alumna alumnus cohort mentor* manager boss neighbour* neighbor* cousin* friend* student* intern apprentice* team office desk professor teacher trainer bandmate*',
	mate: 'colleague* classmate* coworker* teammate* roommate* flatmate* alum alumni alumna alumnus mentor mentors manager boss neighbour* neighbor* cousin* friend* student* intern apprentice* professor teacher trainer bandmate* client* partner* acquaintance* brother sister mentee*',
	encounter:
		'meeting conversation* chat* call* lunch dinner coffee discussion* time days years exchange* talk session* class course shift* evening afternoon trip work drinks correspondence interview',
	occasion:
		'conference* meetup* summit workshop* dinner* lunch* wedding* webinar* panel event* fair course class seminar* hackathon reunion* trip train flight internship semester university college school mba bootcamp congress exhibition gala club choir match race festival market concert party training masterclass barbecue retreat orientation chamber association program programme',
	when: 'yesterday ago recently earlier since back monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december spring summer autumn winter fall christmas easter last years months weeks year month week decade',
	notice:
		'saw seen see read reading noticed notice enjoyed watched watching listened listening heard hear learned learnt followed following follow loved discovered found find attended came',
	theirs:
		'post posts column essay thesis answer* lesson* lecture* chapter* survey article* blog book* podcast* interview* talk* keynote presentation* paper* research work career* path background journey* role startup* launch* promotion promoted move moved news announcement* project* course newsletter campaign* experience* expertise transition* award* exhibition* thread comment* report* opening restaurant workshop* story film show shop farm practice lab panel portfolio transferred joined retired retirement',
	family:
		'kids children daughter son wife husband family baby garden dog holiday* house wedding retirement marathon band orchard twins parents',
	congratulate: 'congrat* kudos bravo delighted',
	busy: 'busy schedule plate inbox hectic swamped calendar overloaded stretched rush demanding requests time deadline* season bandwidth buried',
	mind: 'imagine understand know guess realise realize appreciate suppose sure aware respect expect must',
	offer:
		'offer* share sharing give giving return repay reciprocate send sending support treat host review contribute favour favor gladly exchange bring swap cook lend teach translate proofread',
	help: 'help* useful assist* service support hand introduce introduction introductions',
	willing: 'happy glad delighted pleased love willing gladly honoured honored',
	escape:
		'worries worry pressure obligation problem* offence offense feelings rather awkward decline uncomfortable comfortable understand understandable hesitate fine ok okay free refuse ignore pass skip no',
	small:
		'minute minutes min mins quick brief briefly short coffee call phone chat tea zoom half quarter hour word line lines two three few couple',
	smallthing:
		'minute minutes min mins coffee call phone chat tea zoom hour word line lines question questions conversation reply lunch email walk',
	convenient:
		'convenience convenient whenever suits suit works work flexible availability schedule around available easiest prefer best hurry rush pace',
	introduce:
		'introduc* intro intros connect connecting touch forward forwarding refer* pass passing recommend* vouch contact contacting mention mentioning relay',
	want: 'would like hope hoping love wish wonder wondering looking want wanted keen eager interested curious grateful appreciate asking ask writing wanted touching',
	modal: 'could can would may might will',
	open: 'open willing mind able happy comfortable ok okay agree accept up available',
	talk: 'talk* speak* chat* discuss* hear* ask* learn* meet* connect* call* understand* compare* exchange* pick listen tell share visit see coffee lunch',
	why: 'because since reason goal aim purpose learn understand explore advice insight* perspective* feedback lesson* experience hope decide compare figure',
	seek: 'looking seeking searching exploring applying applied considering preparing building working launching launched raising hiring researching writing planning switching transitioning moving developing studying thinking starting started started leaving training opening making designing testing trying finishing organising organizing setting',
	relevant:
		'relevant interest* useful fit match benefit* value valuable save reduce similar need* problem* challenge* help* solve* looking struggling short',
	suggested:
		'suggest* recommend* mention* told said encouraged introduced gave referred connected advised spoke put thought passed offered kindly',
	trust:
		'trust* vouch* recommend* reliable respect* admire rate known worked serious colleague friend student excellent thoughtful',
	vague:
		'anyone anybody anything any whatever whoever everyone everybody someone something somebody somewhere all everything openings vacancies',
	crowd:
		'everyone all folks friends network contacts colleagues members team sir madam concern recruiter manager connections undisclosed list',
	urgent:
		'asap urgent* urgently immediately desperate* deadline hurry today tonight tomorrow quickly soonest now promptly',
	demand: 'must need expect require demand insist owe should',
	cliche:
		'synerg* leverag* solution solutions leading groundbreaking revolutionary guarantee* roi demo disrupt* innovative unparalleled boost* maximize maximise partnership* optimize optimise holistic exciting dynamic motivated results-driven passionate proven cutting scalable',
	flatter:
		'amazing incredible awesome genius guru brilliant legend* fantastic outstanding extraordinary phenomenal greatest admire* fan inspiring inspiration impressive visionary exceptional wonderful remarkable unique expert influential famous stellar superb magnificent',
	thanks: 'thank* grateful gratitude appreciate appreciated thx cheers',
	job: 'job jobs position positions opportunity opportunities role vacancy opening work employment hire hired interview investment funding client clients order orders',
	papers: 'resume cv attached attachment deck brochure pdf portfolio enclosed',
	forwardable:
		'forward forwarded forwardable blurb paragraph copy paste below draft wording summary edit note relay',
	work: 'work works working engineer* nurse* teacher* designer* manager developer* student* consultant* founder* accountant* baker* carpenter* researcher* analyst* director* head lead lawyer* doctor* chef* driver* electrician* journalist* architect* graduate* junior senior freelance* marketer* sales apprentice* writer editor translator librarian photographer gardener farmer',
	checks: 'well enough sure whether if close still touch connected know',
	before: 'never unknown random stranger cold',
	easy: 'easy easier easily simple simply just only single one reply answer yes no',
	greeting: 'hi hello hey dear good morning afternoon evening greetings salutations',
	closing:
		'regards best sincerely cheers thanks yours wishes warmly warm take care soon love faithfully kind truly gratefully'
};
