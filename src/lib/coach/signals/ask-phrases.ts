/** What is asked, by whom, why. */
export const askPhrases = {
	ask: `
		would|might|could|may an|a|i|we|that|this|il|it ... consider|trouble|possible|appropriate|ok|okay|buy|offer|borrow
		me|nous ferais|feriez|rendrais|rendriez
		serait|is|est|would .. il|it|there|ce .. possible|chance|way|envisageable|moyen
		any|une|un chance|moyen|possibility|possibilite
		do|have|avez|as|auriez|aurais .. you|vous|tu .. time|minute*|moment|temps|#number|quelques|disponib*
		could|can|might|pourrions|pouvons|pourrait .. we|nous|on .. @talk|@smallthing|voir|grab|set
		@modal .. @you ... @introduce|@talk|@open|help|aid*|agree|share|spare|consacr*|accord*|give|donner|send|envoyer|know|connais*|tell|dire|have|avoir|take|prendre|consider|point|indiquer|be
		@you .. @modal ... @introduce|@open|@talk|aider|help|d|de
		@me|@we .. would|d|want|like|love|hope|hoping|aimerais|aimerions|voudrais|souhaite*|souhaiterais|serais|plairait|ferait|envie|ecris|writing|asking|demande|permets|cherche|plaisir ... @introduce|@talk|@smallthing|meet|revoir|voir|rencontr*|know|savoir|ask|demander|soumettre|solliciter
		may|can|could|might|puis|peux|pourrais|pouvons i|je|we|nous ... @talk|@introduce|send|envoyer|give|ask|poser|write|come|venir|passer|see|have|grab|get|borrow|steal
		wonder*|demand* .. if|whether|si
		do|est|are you|ce|tu|vous ... know|connais*|connaissez|free|dispo*|libre|open|accord|still|encore
		are|would|serais|seriez|es|etes you|tu|vous .. free|up|open|available|dispo*|partant*|around|game|libre*|accord|willing|happy|comfortable|able|ok|pret*
		grateful|appreciate|reconnaissan*|gre|love|great|wonderful|delighted|super|sympa|merveilleux .. if|si|to|de|for
		t|te|vous .. dirait|tente|plairait|convien*
		what|qu|que .. do|en .. you|dis|dites|penses|pensez .. say|think
		if|si .. you|tu|vous ... introduce|present*|connect|put|mettre|mets|glisser|pass*|forward|transmet*`,
	permission: `
		~ permission
		~ mind .. if|introducing|my|being|hearing|talking
		~ open|willing|happy|comfortable|interested|ok|okay|glad .. to|in|with|for|if .. being|be|an|a|intro*|meet*|talk*|speak*|hear*|chat*|call|connect*|let|him|her|them|#other|this|that|it
		~ accord|partant*|pret*|dispose*|aise .. pour|que|qu|a|de
		~ accepter*|acceptez|acceptes ... que|qu|de|d
		~ may|can|could|puis|peux|pourrais .. i|je .. introduce|connect|pass|give|put|presenter|transmettre|donner|mettre
		~ worth .. intro*|call|chat|conversation
		~ agree to
		~ ask|demande* .. first|before|avant|permission|accord`,
	lightAsk: `
		connect|connected|stay|keep|remain .. linkedin|touch|connected
		love|like|glad|happy|great|pleased .. to .. connect|follow
		learn* from you
		rester|restons|garder .. contact|lien
		se|me|nous connecter`,
	demandsHelp: `
		merci de|d .. transmet*|envo*|faire|diffus*|m|me|trouv*|rappel*|repond*|present*|donn*|contact*|relay*
		please|pls|veuillez|kindly|svp|stp .. send|forward|introduce|connect|pass|refer|share|give|get|hire|find|contact|call|reply|transmet*|envo*|donn*|trouv*|contact*|repond*|recommand*|help|add|fill|book|click|spread|arrange|set|have|make|do
		let .. know .. asap|immediately|soon|who|what|which
		tell|dis|dites|dire him|her|them|lui|leur|moi to|that|de|d|qui|i|je|when|quand
		presente|presentez|transmets|transmettez|trouve|trouvez|aide|aidez|recommande|recommandez|obtiens|obtenez moi|nous
		envoie|envoyez moi .. contacts|noms|coordonnees|numeros|adresses|offres|liste
		donne|donnez moi|nous .. conseils|noms|contacts|travail|emploi|poste|stage|coordonnees|numeros
		can|could|peux|pouvez .. you|tu|vous .. pass|send|transmettre|envoyer|faire .. it|my|them|le|la|les|mon|suivre|along .. along|to|out|a|resume|cv
		i|je need|want|expect|veux|exige|attends .. you|that|que|votre|ta|ton|your|a|an|the|un|une|des
		must|need .. have|get .. your|answer|it
		you|tu|vous must|should|dois|devez|devrais|devriez|owe
		il faut|faudrait .. que|qu .. tu|vous|me|m`,
	whoAmI: `
		i|je|j am|m|suis|work|working|travaille|ve|been|run|lead|teach|dirige|enseigne|tiens|gere|exerce|run ... @work|a|an|une|un|the|at|chez|in|dans|as|comme|le|la|de
		my name is
		je m appelle
		m appelle #writer
		we|nous are|sommes|re|build|make|run|help|aidons|fabriquons
		#other|@they|qui|who .. is|est|was|etait|has|works|worked|runs|travaille|dirige|prepare|cherche|makes|builds|leads|spent|monte|ouvre ... @work|a|an|une|un|the|at|chez|in|as|de|la|le|son`,
	why: `
		@me|@we|#other|@they|qui|who ... @seek
		because|car|parce|puisque|afin|reason|raison
		to|pour|d|de|a|au|in|mieux|from|before|avant understand|learn*|comprendre|apprendre|decid*|savoir|hear|explore|verif*|choisir|compare*|avis|advice|prepar*|know|valider
		interested|interest|interesse*|curious|curieu*|passion* .. in|par|about|de|by|a
		your|votre|ton|tes|vos|his|her|son .. advice|perspective*|avis|regard|experience|eclairage|feedback|insight*|conseil*|retour*|opinion|view|take
		question* .. about|on|sur|concernant|a`,
	courtesy: `
		~ would|could|pourrais|pourriez|accepterais|accepteriez|serais|seriez|aurais|auriez .. you|tu|vous
		~ je me permets
		~ if|si .. possible|you|tu|vous`
};
