/** What is given, what is left free, how small the ask is. */
export const giftPhrases = {
	wayOut: `
		~ no|aucun|sans|not|rien .. favour|favor|strings|arriere|demander|ask
		~ tell|dis|dites|say .. me|moi|it .. honestly|frankly|franchement|honnetement|simplement|plainly|sans
		~ no|sans agenda
		~ if|si .. you|tu|vous|youre .. @busy|swamped|slammed|hesit*|snowed|debord*
		~ adapt .. to .. your
		~ no|pas|aucune|not .. reply|response|answer|reponse|repondre .. need*|necess*|expected|required|attendu*
		~ pas|no|not .. besoin|need .. de|d|to .. repond*|reply|answer*|respond
		~ prefer*|rather .. pas|not
		~ take|prendr*|accept* .. no|non|refus*
		~ don|dont|ne|n .. worry|inquiet*|tracass*
		~ respect*|accept* .. that|it|cela|ca|your|votre|ta|any|decision|choix|choice|answer|reponse
		~ if|si ... awkward|embarrass*|uncomfortable|spot|deran*|inopportun*|intrusi*
		~ vexer*|facher*|offense*|formaliser*
		~ cas contraire
		~ laisse|laissez|drop tomber|it|cela
		~ si|if .. can|cannot|cant|could|peux|pouvez|pouviez|sens|sentez .. t|pas|not
		~ if cannot|cant
		~ any|aucune obligation|pressure|pression
		~ please|just|simplement ignore|disregard|delete|skip|oublie*|oubliez
		~ oublie*|oubliez|forget|ignore* .. this|it|ma|mon|cette|ce|my|i
		~ pas .. aise
		~ sans hesiter|gene|facon|souci
		~ hesit* ... me|m dire|dites|dis|signaler ... si|probleme|non
		~ libre*|free .. de|d|to .. declin*|refus*|ne|not|say|pass
		~ pas .. mettre|put|want|placer .. embarras|gene|spot|awkward|position|mal|porte
		~ si|if ... delicat*|deplace*|tricky|odd|strange|busy|inappropriate|charge*|trop|impossible|genant*
		~ comprendrais|comprendrai
		~ pass .. on this
		~ abstenir
		~ no|aucun|aucune|pas|sans|zero|nul|nulle .. worries|worry|pressure|obligation|problem*|offence|offense|feelings|souci*|probleme*|pression|gene|ennui|expectation*|mal
		~ if|si|s .. not|rather|don|isn|can|uncomfortable|awkward|prefer*|pas|gene*|embarras*|ennuie|embete|non|impossible|reluctant|wrong|trop|too|hesit*|doubt|doute* ... understand|fine|ok|okay|problem|worries|comprend*|grave|souci*|tell|say|let|dites|dis|dire|just|ignore|voudr*|va|matter
		~ understand|comprend* .. completely|totally|if|si|tout|parfaitement|entirely|perfectly|fully|that|very
		~ completely|totally|entirely|perfectly|fully|tout|parfaitement|bien|would|will|ll understand|comprend*
		~ feel|sens|sentez .. obliged|obligated|pressured|oblige*|force* 
		~ free|libre|liberte|libres to|de|d .. no|non|refus*|decline|ignore|dire|pass
		~ hesit* ... non|no|refus*|decliner
		~ a|un|le|your|ton|votre no|non|refus .. is|est|me|convien*|fine|ok|okay|va|suits|would|will|ne
		~ if|si .. you|tu|vous|youre .. comfortable|willing|open|aise|envie|volontiers|accord|able|happy|cela|think|appropriate|sense|pertinent|opportun
		~ only|seulement|uniquement .. if|si
		~ either way
		~ quelle .. soit .. reponse|decision|choix
		~ tous .. cas
		~ say|saying|dire|dis|dites no|non
		~ not|pas|isn|n|t ... good|right|best|bon|moment time|moment
		~ pas .. vexe*|fach*|voudr*|grave|insister*
		~ nobody|won|wont|no|not ... hurt|offended|mind|harm
		~ sans|no .. insist*|suite|follow
		~ even|meme .. no|non|short|court*|one|un|une|deux|two
		~ your|ton|votre .. call|choix|decision|choice
		~ c est a vous|toi
		~ up|vous|toi to|de|d .. you|voir|choisir|decider`,
	offers: `
		happy|glad|gladly|pleased .. share ... with you
		swap|compare|trade|exchange|partager notes|ideas|stories|figures|recipes|experiences
		voici|here .. address|adresse|contact|name|nom|recipe|book|livre ... you|vous|te|tu|parl*|promised|promis
		drinks|drink|coffee|lunch|dinner|beer|tea|treat .. is|are|s .. on|mine|me
		@me .. around|here|there|reachable|la|disponible .. if|whenever|si|quand .. you|tu|vous .. need|want|besoin|cherch*
		compte|comptez .. sur moi
		si|if .. you|tu|vous .. need|cherch*|want|look* ... @me|feedback|help|aide|hand
		can|could|ll|happy|glad|volontiers|plaisir .. introduce|presenter|present* you|vous|te to|a
		partagerai|partagerais|enverrai|transmettrai|offrirai|inviterai|aiderai|relirai
		a|at .. ta|votre|your .. disposition|service|disposal .. if|si .. you|vous|tu
		@me ... repay|reciprocate|return|reciproque
		@me|@we ... happy|glad|gladly|pleased|heureux|heureuse|ravi|ravie|plaisir|volontiers|content|contente .. to|de|d .. @offer|help|aid*|utile|useful|rendre|return|do|answer|come|repondre|venir|introduce|presenter
		i|je|j|we|nous ... can|could|will|ll|d/en|peux|pourrai|puis|ferai|serai ... offer*|share|return|repay|give|lend|proofread|translate|help|useful|offr*|rend*|relir*|pret*|donn*|aid*|utile|traduir*|service|depann*|cook|treat|host|cuisin*
		offer*|buy|pay|treat|invit*|offr*|prepar*|bring|apport*|paie ... coffee|lunch|drink|dinner|beer|tea|cafe|dejeuner|verre|biere|repas|tarte|diner|cake|the|pizza|gateau|croissants
		coffee|lunch|dinner|drink|cafe|dejeuner|verre|biere .. on|pour me|moi
		my|mon treat|tour
		anything|something|quoi|chose|coup|how|way|whatever|facon|maniere .. @me .. can|could|puis|peux|pourrais|do|may|might|be
		if|si .. i|je|j .. can|could|peux|puis|may|might ... @help|return|do|etre|faire|rendre
		in|en return|retour|exchange|echange|contrepartie
		return|repay|returning .. favo*|kindness|help|one|day
		rendre|rends|rendrai|rendrais .. pareille|service|appareil|ascenseur
		renvo* .. ascenseur|pareille
		charge .. revanche
		~ si .. besoin ... moi|appel*|compt*|la
		~ hesit* ... besoin|solliciter|need|ask
		@you .. can|peux|pouvez|pourrez .. count|compter .. on|sur me|moi
		~ if|si .. you|tu|vous ... need|besoin|cherch*|looking ... me|i|je|moi
		i|je|j .. thought|pense|send|sending|envoie|enclose|joins|t|vous .. article|notes|book|link|photo*|livre|recette|contact|list|liste|lien|plan|graines|compte .. for|pour|that|qui|you|te|vous
		@me .. owe|dois .. you|te|vous|t|un|une|one
		j|i .. repere|spotted|found|trouve ... for|pour .. you|toi|vous`,
	loop: `
		je .. te|vous dirai|raconterai
		@me|@we ... keep|let|tell|report|tiens|tiendrai|dirai|raconterai|donnerai ... posted|know|how|courant|informe*|comment|suites|nouvelles|went|goes|came|back`,
	bounded: `
		#number|quinze|vingt|dix|trente|fifteen|twenty|thirty|ten|five|cinq|deux|two|three|trois|one|une|un|half|quart|demi|quick|brief|short|court|courte|bref|breve|rapide|simple|few|quelques|couple|single|petit|petite .. @smallthing
		@smallthing or two|more
		a|un|une sentence|word|ligne|line|mot|phrase .. or|ou two|deux
		une|deux|one|two|seule|trois|three|few|quelques .. question|questions|points
		vingtaine|quinzaine|dizaine|trentaine
		brievement|briefly
		quart d heure
		demi heure
		~ simple|short|one|just .. yes|no|oui|reply|line|mot|reponse|word`,
	convenient: `
		happy|glad|can|could|peux|puis|volontiers .. come|travel|venir|deplacer .. to|jusqu|chez|a|vers .. you|vous|toi
		je .. me deplacer
		whenever|quand|when|moment|time|heure .. most|best|plus|cela|that|which|qui ... convenient|easiest|convien*|arrang*|simple|works|suits
		at|a .. your|votre|ta|ton|his|her|sa convenience|convenance|rythme|pace
		whenever|when|quand|lorsque|once|wherever|ou .. you|tu|vous|it|cela|ca .. have|aur*|voul*|want|like|suit*|work*|convien*|best|easiest|get|are|seras|serez|pourr*|souhait*|arrang*
		suits|suit|works|best|easiest|convien*|arrang*|better for|@you|him|her|me .. @you|him|her|me
		suits|suit|works|convien*|arrang* @you|him|her|me
		work|works|best|better for @you|him|her|me
		vous|te|t|lui .. convien*|arrang*
		flexible
		fit|adapt|adapte*|adapter*|arrange* .. with|in|around|to|a|en .. your|ton|votre|ta|vos|tes
		~ no|pas|rien|aucune|not .. rush|hurry|urgent|press*|urgence
		around|selon|suivant your|vos|tes|votre|ton
		take|prends|prenez .. your|ton|votre|tout .. time|temps
		quand|when .. moment|minute|temps|time|chance
		if|si .. convenient|time|temps|calendar|agenda|schedule .. permet*|allows|permits|permit|moment`,
	thanks: `
		~ @thanks`,
	forwardable: `
		forward|forwardable|transferer|transfer*|relayer|copier|copy|paste|pass ... below|dessous|blurb|paragraph|note|lines|lignes|texte|this|ce|cela|message|it|mot|resume/fr|paste|coller|summary|suit|suivant
		blurb|paragraph|lines|lignes|texte|summary|draft|note|resume/fr|paragraphe|mot|mail|email|message ... forward*|below|dessous|transfer*|pass|relay*|copier|copy|transmettre|suivre
		easy|easier|facile|easily .. to|a .. forward|transferer|transmettre|share`,
	makesEasy: `
		make|faciliter|simplif*|save|easier|easy ... you|te|vous|t|task|tache|it
		draft*|prepare*|written|write|ecris|redige* ... you|toi|vous|mail|note|message|email|lines|lignes`
};
