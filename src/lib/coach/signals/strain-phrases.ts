/** What weighs on the reader, or would fit just anyone. */
export const strainPhrases = {
	pressure: `
		brefs|meilleurs delais
		earliest .. opportunity|convenience
		prompt|favourable|favorable .. reply|reponse|response|echo|retour|suite
		sooner the better
		faudrait|faut|prie|need|must|please|merci|besoin ... avant|before|by|fin .. fin|end|demain|vite|vendredi|lundi|mardi|mercredi|jeudi|friday|monday|tuesday|wednesday|thursday|sunday|dimanche|samedi|midi|noon|week|semaine|mois|month
		faudrait|faut ... avant|before|fin|demain|vite
		n|don|ne .. oubli*|forget .. pas|to|t
		pas|not|no|never .. reponse|response|reply|answer* .. a|to .. mon|my|mes
		must .. have ... answer|reply|tonight|today
		~ sans faute
		tonight
		need|besoin|veux|want .. answer|reply|response|reponse|retour|decision ... by|before|today|tomorrow|demain|avant|ici|vite|soon
		as soon
		time .. of .. essence
		moving|move|going .. fast|quickly
		i|je ... relancer*|rappel*|follow .. end|fin|tomorrow|demain|semaine|week|lundi|monday
		ve|i|je|have .. helped|aide .. you|te|t|vous .. past|before|passe|often|souvent
		can|could|trouve|find .. no .. time .. lose
		no|pas time|temps .. lose|perdre|waste
		asap|urgent*|urgently|immediat*|immediately|desperat*|desesper*|imperati*|urgence
		as soon as
		au|le|des plus|que vite|tot|possible|rapidement
		waiting|await|attends|attente .. for|de|d|your|votre|ta|ton|une .. reply|response|answer|reponse|retour|call|appel
		counting|count|compte|relying .. on|sur .. you|toi|vous
		~ don|ne|n .. let|laisse*|decev*|forget|oubli* .. down|tomber|me|moi
		before|by|avant|d|pour .. tonight|tomorrow|noon|end|monday|friday|demain|midi|ce|ici|vendredi|lundi .. soir|day|today|please
		today|aujourd .. please|merci|if|stp|svp|tard
		last|derniere|only|seule .. chance|hope|espoir|solution
		~ i|je .. still|toujours|already|deja ... ~ not|pas|rien|no .. reply|reponse|answer|heard|response|recu
		third|second|deuxieme|troisieme|again|relance|encore .. message|mail|email|time|fois|ecris
		~ why|pourquoi .. not|n|haven|didn|ne .. answer*|repl*|repond*|respond*`,
	vagueTarget: `
		all|tous .. of|d|de them|these|entre|eux
		following people
		looked|regarde|went|parcouru .. your|tes|vos|ton|votre|through .. contacts|linkedin|network|reseau|connections|relations|list|liste
		know|connais*|connaissez .. any|du|des|plein|lots .. recruiter*|people|monde|gens|employer*|investor*|investisseur*|client*|recruteur*|patron*|companies|manager*|who
		know|connais*|connaissez|aurais|auriez|as/fr|avez .. anyone|someone|somebody|people|quelqu|gens|monde|personnes ... who|qui|that|in|dans|at|chez|to
		tout|toute|tous|any|toutes .. contact*|aide|help|piste*|lead*|info*
		@you ... lot|lots|beaucoup|plein|tons|amazing|huge|great|large|vast|immense|grand|incredible|impressive|good|bon|bons .. people|contacts|network|reseau|connections|monde|relations
		some|any|few|many|more|ten|several|quelques|des|plusieurs intro*|introduction*|contacts|names|noms|leads|referral*
		who|whoever|qui|whom|which .. you|tu|vous .. can|could|peux|pouvez .. @introduce|set|contacter|connecter
		best ones
		tous|toutes .. types|secteurs|horizons
		all|ensemble .. of|de .. my|mes .. @know
		any|anyone|anybody|whatever|whoever|quiconque .. opportunit*|job*|opening*|position*|role*|lead*|help|contact*|intro*|connection*|one|in|at|who|who|that|else|hiring|company|decision|useful|important|from
		anyone|anybody|everybody|anything
		presenter|recommander|introduire .. quelqu .. dans|chez
		n importe .. qui|quel|quelle|quoi|ou
		toute|toutes|tout|tous .. opportunit*|piste*|offre*|poste*|proposition*|contact*|type|travail|emploi|domaine*|secteur*
		of|de|du|from your|ton|votre|tes|vos network|contacts|reseau|carnet|entourage|relations|connections|connaissances|rolodex
		in|dans|through|among|parmi|via|across|avec|with|around|open|ouvrir|use .. your|ton|votre|tes|vos .. network|contacts|reseau|carnet|entourage|relations|connections|connaissances|rolodex
		to|a your|ton|votre|tes|vos .. network|contacts|reseau|carnet|entourage|relations|connections|connaissances
		your|ton|votre|tes|vos contacts|carnet|connaissances|rolodex
		everyone|everybody|all|tous|toutes .. you|ceux|les|gens|people|know|que .. know|connais*|connaissez|que|contacts|personnes|tes|vos
		maximum|autour|as many
		as many
		des|people|gens|personnes .. people|interessant*|important*|influent*|right|bonnes|haut|bien|interesting|senior|decision
		who|qui ... may|might|could|pourrai* .. help|be|aider|etre .. hire|me|interess*|m`,
	begs: `
		help|aider|boost .. my|ma|mes .. job|search|recherche|candidature|application|carriere|career
		about|of|regarding|any|all .. opportunities|openings|vacancies
		appuy*|pousser|soutenir|recommander|support|push .. ma|mon|my .. candidature|application|profil|profile|dossier
		interview .. for .. position*|role*|job*
		consider* .. me|my .. for|candida*|application
		addition|asset|atout .. to|pour .. your|votre
		y|is|est .. a|il|there .. poste|place|job|stage|travail|position|room .. pour|for .. me|moi
		put .. good .. word
		need|besoin .. a|d|big|un|grand favor|favour|service
		refer|recommend|recommand* me|m|moi for|to|pour|aupres|a|at
		~ think|pensez|pense .. of|a .. me|moi
		~ keep|garde*|gardez .. me|moi|m .. mind|tete
		hear|entend* .. of|parler .. anything|something|quelque|any
		see|meet|discuss|voir .. how .. you .. help .. me
		are|is|y|il|avez|there .. any|des .. openings|jobs|vacancies|postes
		get|find|give|land|trouver|trouve|trouvez|donner|obtenir|avoir|offrir|decrocher|procurer ... me|m|moi ... @job|something|quelque|place
		me|m|moi|nous .. find|get|land|trouver|embaucher|obtenir|faire|pistonner|donner|decrocher|recruter|prendre ... @job|entrer|embaucher|rentrer
		hire|embauch* me|moi
		m embauch*|recrut*|pistonn*
		help|aid* .. me|m|moi|mon|my .. find|get|trouver|dans|with|out|land|a|in ... @job|recherche|search|something|quelque
		know|connais*|entend*|hear|aware|sais|vois .. of|d|un|une|parler|passer|about .. any|poste*|job*|opening*|offre*|opportunit*|quelque|something
		~ any|des .. @job .. available|for|disponible*|pour|at|in|chez
		good|bon|bonne word|mot|parole .. for|pour .. me|moi
		pick .. brain
		can|could|would|please you refer me
		me|m pistonn*
		be|etre|devenir .. my|mon|ma mentor
		are you hiring
		recrutez|embauchez vous
		auriez|avez|as|aurais|have .. vous|tu|you .. poste*|offre*|emploi*|stage*|job*|vacanc* .. a|pour|to|for|proposer|pourvoir
		m|me avoir|decrocher|obtenir .. entretien|place|poste|stage
		i .. be|am .. perfect|ideal|best .. for|fit|candidate
		integrer|rejoindre|join .. votre|your entreprise|equipe|team|company|societe|structure
		parler|talk|speak of|about|de moi|me .. a|to .. ton|votre|your .. patron|boss|manager|chef|drh|rh|direct*
		emploi|job|travail|stage|poste ... m|me|mon|my aider|aide
		review|relire|corriger .. my|mon resume|cv
		transmettre|diffuser|partager|forward|share|pass .. my|mon cv|resume
		how|comment|what|que .. can|could|may|peux|pouvez|pourriez|pourrais .. you|vous|tu .. help|aider|do|faire .. me|for|pour|m
		how|comment you|vous|tu .. can|could|pouvez|pourriez|peux .. help|aid* .. me|m
		my|mon|ma .. resume|cv ... to|a|aux|around|autour .. hr|hiring|boss|recruiters|drh|rh|patron|contacts|reseau|network|everyone|manager|service|tous|your|vos|tes|votre|ton|all`,
	papers: `
		attached|joint|jointe|joints|enclosed|find|trouver*|joins|piece|here .. my|mon|le|notre|our|ma|a|the|is|ci|is .. cv|resume|deck|brochure|plaquette|portfolio|presentation|profile|curriculum
		cv|resume|deck|curriculum|plaquette|brochure .. attached|joint|jointe|enclosed|ci|piece|jointes`,
	introduces: `
		introduce|introducing|presente|presenter|connect|connecting you|te|vous to|a|with #named|someone|quelqu|this|my|mon|ma
		want|wanted|veux|voulais .. introduce|connect|presenter .. you|te|vous
		should .. meet|chat|talk|connect
		devriez|devez .. vous .. rencontrer|parler`,
	somebody: `
		introduc*|connect|refer|touch|relation|contact|present* .. to|with|avec|a someone|somebody|quelqu|people|personnes|gens`,
	imposed: `
		let you|both two|both|all|guys
		i|je|j|ve .. given|gave|shared|sent|provided|supplied|fourni|donne|transmis|communique|file|refile|passe .. your|ton|votre|vos|tes|all .. number*|phone*|email*|mail|address|numero|adresse|coordonnees|contact
		meet #named
		meet my
		en copie
		copying|cc|cced|ccing
		@they|#other|guy|contact|connaissance ... will|va|ll|telephonera|appellera|contactera|expect .. call|appeler|telephoner|phone|contact|ring|demain|reach .. you|te|t|vous|tomorrow|this|cette
		expect .. call|calls|visit
		told|dit|said|assure*|promis* .. @they|#other|that|que|qu ... you|tu|vous ... would|will|could|can|d|ll|aider*|help*|occup*|sort|pourrais|pouvais
		leave|laisse* .. @you .. to|two|deux|voir|organiser .. it|ensemble|cela|ca
		take .. it .. from here
		here|voici .. his|her|their|son|sa|leur .. number|numero|mobile|phone`,
	promises: `
		~ guarantee*|garanti*
		~ promise|promets|promettons|promis you|vous|te|to|that|de|d|que|qu|results|resultats
		~ won|not|regret* .. regret*|disappointed|decu*|regretter*
		~ double|triple|tripl* .. your|votre|vos|ton|revenue|sales|chiffre|ventes|chance*
		100|cent percent|pour|pourcent|cent`,
	pitch: `
		fast|forte|huge|massive|enormous|enorme|fort growing|growth|croissance|potential|potentiel
		tell|show|present|parler|presenter .. you .. more|about .. what|our|we
		deck|video|press|plaquette .. our|a|some|une|notre .. video|deck|press|demo
		i|we|je|nous help|helped|aide|aidons|accompagne|accompagnons .. founders|companies|businesses|teams|pme|entreprises|dirigeants|people|clients|owners|leaders|professionals|societes|firms|organisations|brands
		reduce|cut|increase|grow|double|reduire|augment*|baisser|booster|boost* .. your|vos|leurs|their|votre .. costs|couts|revenue|sales|ventes|pipeline|chiffre|leads|depenses|factures|productivite
		founders|companies|people|pme|dirigeants|entreprises|businesses like|comme you|vous|yours|la|toi
		calendar|calendly|booking|agenda .. link|lien
		link|lien .. calendly|calendar|booking
		secondary|passive|extra|additional|complementaire .. income|revenue|revenu|revenus
		your|ton|votre|tes|vos contact|contacts list|liste
		amazing|great|incredible|exciting|unique|belle|formidable opportunity|opportunite .. for|pour you|vous|toi
		business idea*|venture*|opportunit*|deal*|partner*
		external|strategic|collaborative|mutual|strategique .. partner*
		profile|profil .. fits|matches|correspond*|caught|retenu|attire
		we|nous .. expanding|agrandi*|developp* .. now|our|notre|quickly|fortement
		worked|working|travaillons|collaborons .. with|avec .. #number .. companies|clients|entreprises|brands
		show|montrer .. you|vous .. how|comment
		mutual|win|mutuel* benefit|interest|win|advantage*|interet*|benefice
		similar|same|common|memes|meme interest*|industry|field|secteur*|centres|interet*
		faire|do .. affaires|business
		next unicorn
		hop .. call
		our|notre|nos|my|mon|mes .. product*|solution*|service*|platform|plateforme|offering|produit*|offre*|technology|software|logiciel
		schedule|book|planifier|reserver|organiser .. demo|call|meeting|appel|demonstration|rendez
		companies|businesses|entreprises|dirigeants|professionals|professionnels .. like|comme|such .. yours|vous|votre
		we|nous .. help|aidons|offer|proposons|accompagnons|deliver|provide|fournissons|specialize
		mutually|mutuellement|gagnant .. beneficial|benefique*|gagnant|profitable
		@cliche ... @cliche`,
	invites: `
		develop*|expand|elargir|build|grow|agrandir|etendre .. my|mon .. network|reseau
		join|rejoindre|add|ajouter|expand|elargir|agrandir|grow|etendre|integrer .. my|your|you|mon|votre|ton|professional|professionnel .. network|reseau|professional|professionnel|linkedin
		i|we|je|nous .. like|love|want|wanted|wish|aimerais|souhaite*|voudrais .. connect|connecter .. with|avec you|vous|toi`,
	profile: `
		your|votre|ton profile|profil`,
	anyCompany: `
		votre|your entreprise|company|organisation|organization|societe|firm|structure|etablissement`,
	aimless: `
		~ no|not|pas|aucun|sans .. specific|particular|special|precis|particulier agenda|topic|question|purpose|sujet|objet|but
		~ pas|aucun|sans sujet|objet|but|question particulier|precis
		or|just|talk|chat|ou .. whatever
		~ n|peu importe .. quoi
		this|that|choses|things and|et that|autres`,
	hasty: `
		what time .. are|is|can|could|works .. you|for
		when|quand .. are|is|can|could|seriez|serez|es|etes|pouvez|peux|serais|pourriez .. you|tu|vous .. free|available|libre|libres|dispo*|meet|talk|speak|rencontrer|parler|call|appeler
		@me|voici|here .. times|dates|creneaux .. i|je|when .. free|am|suis|libre|disponible
		let .. know .. your availability|availabilities
		je .. vous|te|t appelle|appellerai|rappelle|rappellerai|telephonerai
		can|could|pouvons|peut we|nous|on .. meet|talk|speak|voir|parler .. tomorrow|today|demain|tonight|aujourd
		calling|appellerai|call .. you|vous .. tomorrow|demain|monday|lundi|week|semaine`,
	noWayOut: `
		~ peux|pouvez|peut|pourras|pourrez|saurais .. pas|jamais .. refus*|declin*|dire|non
		~ can|could|may|must not|t refuse|decline|say .. no|me|this|it|him|her
		~ cannot|cant|mustn|couldn .. refuse|decline|no
		~ won|wont|not|never|n|don .. take|accept|hear .. no|non
		~ n|ne .. accept*|prend*|admet* .. pas|jamais|aucun .. non|refus
		~ no|non|refus*|declining|refusing .. is|n|isn|not|est .. not|t|pas|no|an .. option|answer|reponse|possible|acceptable|envisageable
		~ don|dont|do|not|never|ne .. feel|sens|sentez .. free|libre*
		~ pas|jamais .. libre* .. de|d|to
		~ no|aucun|aucune|pas|sans .. excuse*|echappatoire|alternative
		~ must|dois|devez|oblige* .. accept*|help|aid*|say|dire|yes|oui
		be|serai*|would|will .. offended|upset|disappointed|vexe*|decu*|fache* .. if|si`,
	crowd: `
		@greeting .. everyone|everybody|all|folks|friends|team|tous|toutes|amis|reseau|network|sir|collegues|colleagues|contacts|madam
		to whom
		dear|hello|hi|bonjour|cher admin|administrator|webmaster|blogger|recruiter|editor|administrateur
		dear|hello|hi hiring|site|website|blog|business manager|owner|team|editor
		madame monsieur
		cher|chers|dear reseau|tous|all|network
		~ whom .. concern*
		share|spread|partag*|diffus*|faites|faire|pass|relay*|forward .. widely|word|largement|tourner|passer|tous|everyone|autour|possible|mot|massivement
		share|sharing|partag*|update|news|nouvelles ... with|avec|to|a my|mon .. community|communaute|network|reseau|connections|contacts|followers|abonnes
		many|plusieurs|some|certains|beaucoup .. of|d|de|parmi you|entre|vous
		bcc|undisclosed|copie cachee
		sent|envoye|envoie|envoyee|sending|ecris|adresse .. to|a|this|au|ce|un .. all|everyone|tous|toutes|everybody|several|plusieurs|grand|message .. my|mes|contacts|nombre|people|personnes|a|au`,
	noLink: `
		~ even|meme|though .. if|si|though .. you|tu|vous|he|she|il|elle .. know|connais*|met
		! you|tu|vous .. know|connais*|connaissez .. @they|#other|personally|personnellement
		~ never|jamais|n .. met|spoken|spoke|rencontre*|parle .. @they|#other
		~ stranger|inconnu*|random|hasard
		ceo|president|pdg|ministre|minister|celebrity .. of|de|du|d .. apple|google|amazon|france|republique`
};
