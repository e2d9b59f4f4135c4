/** Given names that one person may go by, a line each: diminutives and spellings, French and English. */
const lines = `
abigail abby gail
adam adamo
adele adela adeline
adrien adrian ade
agathe agatha
agnes ines inez
alain alan allan allen al
albert bert al alberto
alexandre alexander alex alec sacha sasha xander alejandro alessandro
alexandra alex sandra sacha sasha lexi alessandra alejandra
alfred alf fred alfredo
alice alicia alison ally
alphonse alfonso
amelie amelia emilie emily milly
andre andrew andy drew andreas andrea
angela angie angele angelique
anne ann anna annie anita nan nancy
annemarie annmarie annamaria
anthony antoine tony anton antonio antony toni titouan
antoinette toinette toni
archibald archie
arnaud arnold
arthur art arturo
augustin augustine gus
aurelie aurelia
barbara barb babs
bartholomew bart barthelemy
beatrice bea trixie beatrix beatriz
benjamin ben benji benny benoit
benedict ben benoit
bernard bernie bernhard bernardo
bertrand bert
brigitte bridget gigi brigit
camille cam
caroline carolyn carol carole carrie caro
catherine katherine katharine kathryn catharine kathy cathy cathie kate katie kat kit katy katia katja katrin catarina caterina ekaterina
cecile cecilia celia
charles charlie chuck chas carl karl carlos carlo charly
charlotte lottie charlie charly lotte
chloe cloe
christian chris
christelle christel chris
christine christina chris tina chrissy christiane kristin kristina
christophe christopher chris kit topher kris cristobal
claire clare clara
claude claudio claudius
claudine claudia
clement clem clemens
clemence clem clementine
colette nicolette
corinne corinna
cynthia cindy
cyril cyrille
damien damian
daniel dan danny dani
danielle daniele dany dani
david dave davey davy
deborah debbie deb debra
delphine delphina
denis dennis denny denys
diana diane
dominique dominic dom nick
donald don donnie
dorothy dorothee dot dottie dolly thea
edouard edward ed eddie ted teddy ned eduardo eddy
edmond edmund ed eddie
eleanor eleonore ellie nell nora leonore elinor
elisabeth elizabeth liz lizzie beth betty eliza lisa elise babeth betsy libby lise isabelle bess elsa
elise elisa
eloise heloise
emma em emmy
emmanuel manu manuel emanuel manny
emmanuelle manu emma manuela
eric erik erick rick
ernest ernie ernesto
estelle stella
etienne stephen steven steve stephane stefan stephan
esther ester
eugene gene
eugenie genie
eva eve evie
evelyne evelyn
fabien fabian fab fabio
fabrice fab
felix felicien
florence flo flora
florian flo
frances fran fanny francoise francesca fran frankie
francis frank francois frankie
francois francis frank francisco paco francesco franz
frederic frederick fred freddy freddie rick frederik friedrich
frederique fred frederica
gabriel gab gabi gabe
gabrielle gabriella gab gaby gabriela
genevieve gen ginny geno
georges george georgie jorge giorgio
geraldine gerry
gerard gerald gerry jerry
gilbert gil bert
giles gilles gil
gregoire gregory greg gregor gregg
guillaume guy gui william
gustave gus gustav
guy guido
harold harry hal
helene helen helena lena nell ellen elena
henri henry harry hank enrique enrico heinrich
herve harvey
hubert hub bert
hugues hugo hugh huey
irene rene
isabelle isabel isa bella izzy belle isabella
jacqueline jackie jacky jaqueline
jacques jacky jack jacquot
james jim jimmy jamie jem
jane janet jenny janie jeannette
jean johannes john
jeanne joan jeannette jeannine janine
jennifer jen jenny jenni jenna
jeremie jeremy jerry jem
jerome jerry
jessica jess jessie
joanna joanne jo johanna
joel jo
john jack johnny jon ian sean juan giovanni johann
jonathan jon jonny john jonathon
jose joseph pepe
joseph joe joey jo jose giuseppe josef josephe
josephine jo josie fifi
joshua josh
judith judy jude
julia julie jules juliana
julien julian jules giuliano
juliette juliet julie
justine justina
karine carine karin
kenneth ken kenny
kimberly kim
laetitia letitia laeti
laura laure laurie laurence lauren
laurence laurie lau
laurent lawrence laurence larry lorenzo laurie lars
leo leon leonard leonardo lenny
leonard len lenny leo
leslie les
lewis louis lou
lily lilian liliane lillian
louis lou luis ludwig luigi lewis louie
louise lou luisa louisa lulu
luc luke lucas lukas luca
lucie lucy lucia lucille
lucien lucian
ludovic ludo ludwig
lydia lydie
madeleine madeline maddie mado magdalena lena madelyn
marc mark marcus marco marcos
marcel marcello
margaret marguerite maggie meg peggy margot daisy greta rita marge margo margarita
marianne marian mary
marie mary maria mia molly polly may marian
marilyne marilyn
marine marina
martin marty
martine martina
mathilde matilda tilly mathilda
mathieu matthew matt matthieu matteo mat matthias mathias matty
matthias mathias matt
maurice morris moe mauricio
maxime max maxim maximilien maximilian
maximilien max maximilian
melanie mel
melissa mel lissa
michel michael mike mick micky mickey mickael miguel michele mikael mickey misha
michele michelle shelly mich
mohamed mohammed muhammad mohammad mo mehmet momo
monique monica
morgane morgan
muriel murielle
nadine nadia
natacha natasha
nathalie natalie nat nathaly natalia
nathan nate nathaniel nat
nathaniel nathan nate nat
nicholas nicolas nick nico niko nicky colin nikolaus klaus
nicole nicky nicola nikki nic
noel noelle
olivia liv livia
olivier oliver oli ollie olly
oscar oskar
pamela pam
pascal pasquale
patricia pat patty trish tricia patsy
patrick pat paddy rick patrice patric patricio
paul paulo pablo paolo pauli
pauline paula polly
peter pete
philippe philip phil phillip pip felipe filippo
pierre pierrot pete peter pedro pietro
quentin quintin
rachel rachael rach raquel
raphael rafael raf raph
raphaelle raph
raymond ray ramon
rebecca becky becca rebekah
regis rex
rene renato
richard rick dick rich ricky richie ricardo riccardo
robert rob bob bobby robbie robin bert roberto robby
rodolphe rudolf rudy rodolfo
roger rodger rog ruggero
roland rolland rolando orlando
romain roman
ronald ron ronnie
rose rosa rosie rosemary rosalie
samantha sam sammy
samuel sam sammy samy
sandra sandrine sandy
sarah sara sally sadie
sebastien sebastian seb bastien basti
serge sergio sergei
severine severina
simon simeon
simone simona
solene solenne
sophie sophia sofia sophy
stephane stefan stephen stephan steph
stephanie steph stef stephany stefanie
stephen steven steve stevie stephan
susan suzanne sue susie suzy suzie susanne susannah susana
sylvain silvain sylvanus
sylvie silvia sylvia
terence terry terrence
teresa therese theresa tess terry tessa
thibault thibaut thibaud theobald tibo
theodore theo ted teddy
thomas tom tommy tomas thom tommaso
timothy tim timmy timothee timothe
valentin val
valentine val valentina
valerie val
veronique veronica vero ronnie
victor vic viktor
victoria vicky vic tori victoire viki
vincent vince vinny vincente vincenzo
virginie virginia ginny
vivien vivian viv
vivienne viviane vivian viv
walter walt wally
wilfrid wilfred fred will
william will bill billy willy liam guillaume wilhelm
xavier javier xav
yann yannick yan
yves yvon ivo
yvonne yvette
zachary zach zack zac zacharie
zoe zoey
`;

const families = new Map<string, readonly number[]>();
for (const [index, line] of lines.trim().split('\n').entries())
	for (const name of line.split(' ')) families.set(name, [...(families.get(name) ?? []), index]);

const none: readonly number[] = [];

/** The families of a folded given name, sorted; two names of one family may be one person's. */
export function givenNameFamilies(folded: string): readonly number[] {
	return families.get(folded) ?? none;
}
