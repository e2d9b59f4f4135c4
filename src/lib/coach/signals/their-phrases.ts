/** The other's world: work, state of mind, news. */
export const theirPhrases = {
	notice: `
		reader|subscriber|listener of your
		lis|ecoute|suis|read|follow votre|ton|ta|vos|tes|your infolettre|lettre|chronique|blog|newsletter|chaine|podcast|column|channel|page
		what|ce .. you|vous|tu .. said|wrote|shared|explained|dit|ecrit|explique* .. about|on|in|at|sur|dans|de|a
		launch|lancement|opening|ouverture|work|travail of|de|d|on .. your|votre|ton|ta|the|la|le
		read|saw|heard|lu|vu|entendu .. the|an|l|un|une|le .. article|news|post|interview|announcement|paper|tribune|reportage ... about|on|of|sur|de|d
		your|votre|ton|ta|tes|vos ... made|gave|inspired|convinced|changed|convaincu*|decid*|donne|aide .. me|my|m|envie
		what|quel|quelle a|belle|beau|lovely|joli|jolie ... you|tu|vous|your|votre|ta|ton
		saw|seen|heard|read|vu|lu|entendu|appris .. that|que|qu|how .. you|tu|vous|youve .. won|got|gagne*|recu*|obten*|just|viens|venez|have|had|as|avez|avais|aviez|were|been|went|took|wrote|gave|finished|left
		saw|seen|heard|read you|youve won|got|gave|wrote|finished|left|took|went|spoke|opened|passed|are|started
		came|stumbled .. across|upon .. your .. @theirs|thesis|page|essay|drawings
		your|votre|ton|ta .. facon|maniere|way .. de|d|of ... m|me|i|j
		your|votre|ton|ta|tes|vos .. thesis|these|memoire|maniere|facon|dessin*|photos|essay|recipe*|recette*|garden|jardin|classe|lesson*|class ... i|je|j|m|me|is|est|stay*|on|sur|while|still|encore
		struck|impressed|touched|moved|inspired|frappe*|touche*|marque*|impressionne*|interpelle*|inspire* .. by|par|with .. your|how|votre|ton|ta|la|what|you|vous
		your|ton|ta|votre|vos|tes .. @theirs ... touch*|marqu*|inspir*|struck|stayed|stuck|helped|made|donne|parl*|plu|impression*|frapp*|interess*|eclair*
		@notice ... your|ton|ta|tes|votre|vos .. @theirs|@occasion
		@notice .. that|que|qu|about|of ... you|tu|vous|your|ton|ta|votre|vos|youre ... @theirs|@family|@occasion
		@notice .. you|te|vous|t ... speak|talk|present|parler|presenter|intervenir|on|at|sur|a
		your|ton|ta|tes|votre|vos .. @theirs .. on|about|at|sur|in|from|chez|dans|as|comme|de|des|du|with|and|et|to|vers|a
		you|vous|tu|youve .. recently|just|viens|venez|recemment|since|are|ve|avez|as|etes|es .. @theirs|led|running|run|building|built|made|moved|made|dirig*|mont*|cree*|men*|lanc*|repris*|chang*|quitt*|ouvert|ouvr*|pass*
		how|way|maniere|facon|dont you|dont|vous|tu .. built|did|made|handled|avez|as|fait|faites|fais
		@theirs .. of|de yours|vous|toi
		qui|who .. explain*|expliqu*|describ*|decri*|racont* .. how|comment`,
	perceived: `
		i|je|j|ve|we|nous .. read|saw|seen|heard|noticed|attended|watched|listened|learned|discovered|lu|vu|vois|entendu|appris|remarque|assiste|ecoute|decouvert|consulte
		came|stumbled .. across|upon
		ayant|having .. lu|vu|appris|read|seen|heard|attended|suivi
		i see .. that|you
		tombe* .. sur`,
	congratulate: `
		@congratulate
		delighted|thrilled|glad|happy|ravi|ravie|heureux|heureuse|content|contente|plaisir .. to|d|de|for .. hear|see|read|learn|apprendre|voir|lire|you|toi|vous .. about|that|your|ton|ta|votre|que|you`,
	situation: `
		@you .. know|knows|sais|savez .. better|mieux|best
		given|considering|tenu|compte|vu|de .. your|votre|ton|tes|vos .. @theirs
		toi|vous qui .. as|avez|es|etes|connais*
		you|vous|tu|toi .. one|person|people|personne|mieux .. could|who|qui|place*|to
		now|maintenant .. that|que|qu .. you|tu|vous
		since|as/en|because|given|knowing|puisque|comme|sachant|vu|depuis .. you|tu|vous|your|votre|ton
		@you .. went|gone|been|traverse* .. through|par
		someone|quelqu|person|personne .. who|qui|un ... like|comme .. you|vous|toi
		i|je .. @mind ... @you ... @busy|@theirs|@job|recrut*|hir*
		with|avec|in|dans|en your|ton|ta|votre|vos|tes .. @theirs|team|equipe|new|nouve*|eleves|students|clients|patients|children|harvest`,
	viewAsked: `
		your|ton|votre|tes|vos .. advice|perspective*|view|opinion|take|avis|regard|conseil*|retour*|feedback|thoughts|eclairage|experience|expertise|insight*
		how|what|why|which|comment|pourquoi|quel|quelle|quels|quelles|ce .. did|do|made|have|you|as|avez|vous|tu ... @theirs|choose|chose|find|found|decid*|chois*|trouv*|vecu|vivez|pass*|organis*|start*|recommend*|pens*
		learn|hear|understand|know|comprendre|savoir|apprendre|entendre ... from|how|comment|about .. you|vous|tu|your|votre|ton`,
	mindful: `
		@mind ... busi*|croul*|rempli*|full|plein*|lots|lot|deluge|flood*|submerg*|harvest|tax|exam*
		busiest|croule*|submerge*
		must|dois|devez .. get|receive|recevoir|have|avoir ... messages|requests|demandes|mails|emails|lot|beaucoup|many
		@mind ... busy|schedule|plate|inbox|hectic|calendar|stretched|demanding|occupe*|charge*|deborde*|agenda|sollicite*|sollicitations|rentree|bilan*|precieux
		~ @you|days|journees|period|season|time|temps ... busy|limited|hectic|swamped|precious|valuable|occupe*|charge*|deborde*|sollicite*|compte*|precieux|limite
		~ take|prendre|abuse*|waste .. too|trop|much|your|votre|ton .. time|temps
		difficult|tough|hard|strange|difficile|delicat*|etrange .. time|month*|year|period|moment|periode|annee|mois .. for|pour|you|vous|toi`,
	news: `
		how|comment .. s|is|va|passe|avance .. new|nouveau|nouvelle .. job|role|poste|boite|team|equipe|maison|vie|life
		que|qu deviens|devenez
		how|comment .. is|s|are|was|va|vont|marche*|pass* .. life|work|business|vie|travail|boulot|affaires|metier .. at|with|in|chez|a|au|la|without|as
		how|comment .. is|are|was|did|s|va|vont|se|s|avance*|passe* .. your|the|ton|ta|tes|votre|vos|les|le|la ..  @theirs|@family
		how|ou .. en es|etes|is|are .. tu|vous|things ... @theirs|@family|at|with|avec|de|chez
		@want .. your|ton|ta|tes|votre|vos .. @theirs|@family ... well|bien|going|marche*
		what|que|qu .. have you|deviens|devenez|devenu*|been
		curious|hear|news|nouvelles|raconte* ... how|of|de|comment|d .. you|tu|vous|tes|vos|your|toi
		hope|hoping|espere .. your|ton|ta|tes|votre|vos .. @theirs|@family`,
	fit: `
		#other|@they ... might|may|could|would|pourrait|pourraient|devrait ... interest*|interess*|benefit*|useful|utile*|value|valuable|like|enjoy|amuse*|plai*
		make|makes|made|fait|font|laisse .. think|believe|penser|croire .. he|she|they|it|qu|que|you
		because|since|car|parce|puisque|comme|vu .. #other|he|she|il|elle
		as/en #other|he|she
		fascinated|intrigued|impressed|inspired|moved|passionne*|fascine*|interesse*|intrigue*|impressionne* .. by|par|with|in .. @they|#other|the|le|la|les|leur|son|sa ... @theirs
		valuable|useful|interesting|interessant*|utile*|precieu* for|to|pour .. @you|@they
		relevant|good|great|natural|pertinent* fit|match|for|pour .. @they|#other|you|vous|toi|both|deux
		problem*|same|meme|similar|semblable .. question*|problem*|challenge*|projet|project|path|parcours|chemin|choix|choice|transition
		your|his|her|son|sa|leur|ton|votre .. writing|experience|regard|advice .. make*|help*|aide*|manque*|would|serait|m`,
	faint: `
		~ know|sure|sais|certain|certaine|wonder|demande .. if|whether|si|que|you ... remember|souven*|souvien*|rappel*
		~ @you .. may|might|probably|peut|sans ... remember|souven*|souvien*|rappel*|forgot*|oubli*`
};
