/** Word families of French: what words mean to the coach, without accents. A star takes every ending. */
export const frenchFamilies = {
	me: 'je j me m moi mon ma mes mien mienne',
	you: 'tu te t toi ton ta tes vous votre vos',
	we: 'nous on notre nos',
	they: 'il elle lui leur leurs ils elles son sa ses celui celle eux',
	know: 'connai* connu connus contact contacts relation relations proche proches lien liens lie ami amie amis connaissance frequent* cotoy*',
	did: 'rencontre rencontres rencontree rencontrees croise croises croisee croisees vus vu vue revus parle discute travaille bosse etudie partage collabore echange dejeune dine mange participe assiste chante joue organise monte encadre forme passe passes suivi suivis cotoye cotoyes voyage prepare connus connu ecrit jardine navigue',
	remember: 'souvien* souven* rappel* oubli* memoire repens*',
	together: 'ensemble meme memes commun communs commune cote tous deux binome',
	bond: 'collegue* camarade* copain* copine* ami amie amis ancien ancienne anciens anciennes promo promotion equipe bureau voisin* voisine* cousin* mentor* tuteur tutrice patron patronne chef professeur prof formateur formatrice maitre stagiaire alternante* apprenti* coequipi* confrere* consoeur* eleve* etudiant*',
	mate: 'collegue* camarade* copain* copine* ami amie amis voisin* voisine* cousin* mentor* tuteur tutrice patron patronne chef professeur prof formateur formatrice stagiaire alternante* apprenti* coequipi* confrere* consoeur* eleve* etudiant* cliente* associe* frere soeur connaissance*',
	encounter:
		'rencontre* echange* discussion* conversation* dejeuner diner cafe annees temps epoque reunion* mission* chantier stage cours soiree trajet entretien passage aventure verre equipe promo bureau atelier garde* repas appel rendez',
	occasion:
		'salon conference* colloque* congres diner dejeuner atelier* soiree* mariage* universite fac ecole lycee formation* chantier* stage* webinaire table seminaire* train festival foire club chorale match course reunion* promo promotion hackathon forum rencontre* concert vernissage anniversaire marche association* assises journee* vendanges apero pot kermesse chambre cafe gala voyage bapteme',
	when: 'hier recemment depuis lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre printemps automne hiver noel paques rentree dernier derniere derniers dernieres passe an ans annee annees mois semaine semaines jours veille longtemps epoque',
	notice:
		'lu vu appris entendu remarque suivi suis ecoute decouvert decouvre regarde assiste vois lis tombe aime apprecie note trouve',
	theirs:
		'article* billet* post* livre* podcast* interview* intervention* presentation* publication* travaux travail parcours poste fonction* projet* startup* nomination promotion lancement demenagement reconversion experience* expertise conference* carriere activite* ouverture atelier* restaurant exposition* prix rapport* temoignage* tribune chaine cabinet* boutique ferme metier* newsletter film* spectacle* retraite rejoint rejoindre quitte mute installe* installation mutation chronique creation cours lecon* chapitre* these memoire commentaire* labo* agence*',
	family:
		'enfants fille fils femme mari famille bebe jardin chien vacances maison mariage retraite marathon parents petits jumeaux jumelles chorale verger',
	congratulate: 'felicit* bravo chapeau ravi ravie',
	busy: 'occupe occupee occupes charge chargee chargees chargees deborde debordee agenda emploi temps sollicite sollicitee sollicitations prise pris demandes periode rush bilan* rentree saison journees semaines tete eau precieux compte',
	mind: 'imagine doute comprend* sais devine mesure conscien* respecte realise suppose vois dois doit',
	offer:
		'offr* propos* invit* rend* partag* envo* renvo* relir* relis retour echange revanche contrepartie apport* prete preter donn* transmettrai cuisin* traduir* depann*',
	help: 'aid* utile* service* main coup ascenseur disposition soutien presenter mettre',
	willing: 'volontiers plaisir heureux heureuse ravi ravie content contente',
	escape:
		'souci* probleme* obligation pression gene genant gener ennui* embarras* embete* refus* refuser comprendr* comprends libre hesite hesitez aise soucis inquiet* grave tant tracas* mal vexe* vexer voudr* decline decliner ignorer passer non force',
	small:
		'minute minutes min bref breve brievement court courte rapide rapidement cafe appel telephone telephonique quart demi heure mot ligne lignes deux trois quelques petit petite verre simple',
	smallthing:
		'minute minutes cafe appel telephone telephonique heure mot ligne lignes question questions echange dejeuner verre coup conversation reponse mail visio entretien visite',
	convenient:
		'convenance convien* convenir arrang* disponibilites disponible disponibles dispo quand moment creneau* choix prefer* pratique adapt* rythme presse pressee urgence presser',
	introduce:
		'present* introdui* introduction recommand* transmett* transmet transfer* relation contact connect* relayer parler toucher glisser faire suivre orienter joindre rapprocher',
	want: 'aimerais aimerait voudrais voudrait souhaite souhaiterais souhaitais souhaiterait cherche espere demandais demande permets permet serais envie voulais ecris contacte tourne tiens plairait interesse interessee reconnaissant reconnaissante curieux curieuse',
	modal:
		'pourrais pourriez peux pouvez accepterais accepteriez acceptes acceptez serais seriez aurais auriez voudrais voudriez veux verrais verriez serait pourrait est es etes saurais sauriez penses pensez',
	open: 'accord partant partante pret prete dispose disposee ouvert ouverte possible accepter mettre presenter aise moyen envisageable acceptes acceptez',
	talk: 'parl* echang* discut* appel* rencontr* question* demand* dejeun* cafe entend* appren* compren* ecout* raconter voir revoir compar* contact* visit* telephone*',
	why: 'car parce puisque afin raison objectif but comprendre apprendre conseil* avis regard retour* eclairage* savoir pour idee* verifier choisir mieux',
	seek: 'cherche recherche prepare monte lance lancons travaille developpe developpons explore candidate postule etudie construis construisons recrute recrutons leve creer ouvrir ouvre reconvert* reconversion reprends reprend reprendre envisage reflechis reflechit quitte finis termine cree creons passe ecris redige organise forme former demarre demarrons mene menons installe',
	relevant:
		'interess* utile* pertinent* correspond* besoin* rapport* benefi* gagn* proche* commun interet enjeux probleme* manque* recrut* cherch* aider* eviter economis* servir resou*',
	suggested:
		'conseill* suggere* parle recommand* dit oriente* encourage* presente* transmis donne donnee mis mise propose evoque* souffle* confie* invite* gentillesse part intermediaire',
	trust:
		'confiance fiable* recommand* serieu* estime* admire apprecie* travaille connais* collegue ami amie talent* remarqu* excellent* responsable rigoureu* grande',
	vague:
		'quelqu quelque quelconque importe tout toute toutes tous quiconque personne personnes chose maximum divers diverses ouvert ouverte tous',
	crowd:
		'tous toutes monsieur madame messieurs mesdames reseau chers cheres contacts amis collegues recruteur membres responsable equipe destinataires concern* relations',
	urgent:
		'urgent* urgence immediat* vite rapidement aujourd demain presse tot imperati* delai* absolument maintenant desespere*',
	demand: 'faut dois devez devrais devriez exige attends compte besoin doit falloir veuillez',
	cliche:
		'synerg* solution solutions leader* revolution* garanti* demo gagnant innovant* incontournable* opportunite exceptionnel* optimis* boost* dynamique* motive motivee partenariat* unique excellence passionne passionnee polyvalent* rigoureux rigoureuse performant* croissance',
	flatter:
		'incroyable* formidable* genial* geniale genie exceptionnel* extraordinaire* fantastique* magnifique* admir* fan inspirant* inspiration impressionnant* brillant* immense* merites eminent* renomme* remarquable* meilleur* expert* talent* talentueu* star sublime* legend* grand prestigi* reconnu exemplaire',
	thanks: 'merci mercis remerci* reconnaissant* reconnaissance gre gratitude gratitudes',
	job: 'emploi* poste* travail job boulot stage* alternance opportunite* embauch* place entretien investissement client* commande* contrat* offre* mission*',
	papers: 'cv curriculum joint jointe joints piece plaquette portfolio pdf annexe brochure deck',
	forwardable:
		'transferer transfere transferes transferez transferable lignes resume dessous ci copier coller paragraphe texte mot brouillon note relayer suivre',
	work: 'travaille ingenieur* infirmier* enseignant* prof graphiste* developpeu* etudiant* consultant* fondat* comptable* boulang* menuisi* chercheu* analyste* direct* responsable* avocat* medecin* cuisini* chauffeur* electricien* journaliste* architecte* diplome* junior senior independant* commercial* apprenti* alternant* gerant* artisan* libraire* photographe* jardinier* agricult* traduct* metier ancien ancienne directeur directrice chef cheffe salarie*',
	checks: 'bien assez sais si proche toujours contact connais connaissez encore savoir',
	before: 'jamais inconnu* hasard',
	easy: 'simple* simplement facile* juste seulement seul seule oui non suffit reponse repondre seulement',
	greeting: 'bonjour bonsoir salut cher chere chers cheres coucou hello madame monsieur',
	closing:
		'cordialement amities amicalement bien sincerement salutations merci bientot bises bise bisous respectueusement chaleureusement amicales meilleures affectueusement embrasse devoue agreer'
};
