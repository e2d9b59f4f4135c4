/** What holds for these two only. */
export const bondPhrases = {
	sharedPast: `
		i was .. one of your|the .. students|interns|trainees|apprentices|team
		ravi|ravie|heureux|heureuse|glad|happy d|de|to echanger|parler|discuter|speak|talk avec|with vous|toi|you .. apres|lors|after|at|hier|a
		thinking|thought|think|pense|pensais|songe|repense* .. of|about|a .. you|toi|vous|when|quand|our|notre|nos|we
		your|ton|votre name|nom .. came|revenu|ressorti|surgi
		#number|two|three|four|five|six|seven|eight|ten|deux|trois|quatre|cinq|six|sept|huit|dix years|ans|annees .. already|since|deja|depuis|on
		tu|vous m|nous avais|avez|as|aviez
		je|j t|vous avais|ai ... @when|@occasion|@encounter|croise*|vu*|rencontre*|entendu*|recu*
		@remember .. the|that|when|ce|cet|cette|le|la|les|du|de|quand .. time|day|night|jour|soir|fois|@occasion|@encounter|with|fois
		you .. interviewed|hired|trained|welcomed|hosted|saved|pushed|drove|coached|mentored|supervised|graded|corrected|defended|helped|taught|fixed|sold|bought me|us|my|our
		sat|sit|worked|lived|stood ... from|near|beside|next|opposite .. you|to
		nos|our .. enfants|kids|children|families|familles|parents|fils|filles|sons|daughters|dogs
		ravi|ravie|heureux|heureuse|content|contente|glad|happy|joie|plaisir de|d|to .. avoir|have .. vu*|revu*|seen|met|rencontre*|croise*
		i|je|j .. was|were|etais|ai .. in|your|votre|ton|votre|dans .. class|course|team|group|student|intern|eleve|cours|equipe|stagiaire|promo|etudiant*|apprenti*
		you|vous|tu .. were|was|avez|as|etiez|etais|ete .. my|mon|ma|notre|our .. @bond|boss|coach|jury|examiner|landlord|first|premier*
		@thanks .. for|de|d|pour .. taking|avoir|time|spending|pris ... last|yesterday|when|hier|dernier*|lors|@encounter
		you .. me|i|we overlapped
		overlapped|coincided
		you .. were .. help|kind|patient|generous|supportive|right
		eu|had|was|fut|etait .. plaisir|honneur|pleasure|chance|occasion|opportunity de|d|of|to .. @talk|echanger|rencontrer|meet*|work*|travailler|croiser .. you|vous|toi|avec|with
		@did|echange|parle .. avec|with you|vous|toi ... @when
		@me|m|te .. servi|marque*|aide*|reste|helped|stayed|stuck|mattered|guid* .. @when|since|depuis|still|toujours|beaucoup
		we|nous|on .. @did
		we|nous|on were|was|etions|etait|avions|had .. @bond|@together|@occasion|at|in|chez|dans|en|a
		our|notre|nos .. @encounter|@occasion
		our|notre|nos .. project*|projet* .. together|ensemble|at|chez|last|when|quand|#year
		you|youve|tu|vous|t .. been|were|ete|es|etes .. mind|thoughts|esprit|pensees
		~ @remember .. @you|@we|our|when|de|du|d|how
		~ @you .. @remember .. @me|@we|our|de
		i|je|j|ai .. @did .. with|under|for|beside|alongside|avec|sous|pour|chez .. you|vous|toi|ton|ta|votre|your
		@me .. met|rencontre*|croise*|connu|vu|took|suivi|attended|assiste .. you|vous|te|t|toi|your|votre|ton|ta
		you|tu|vous .. m|me|nous .. dit|parle|aide|conseille|appris|presente|donne|explique|propose|invite|prete|raconte|relu|montre|transmis|accueilli*|forme*|encourage*
		you|youve .. told|helped|taught|gave|given|mentioned|said|introduced|advised|showed|shown|offered|lent|encouraged|trained|hired|warned .. me|us|i|that|how
		your|ton|ta|tes|vos|votre .. help|advice|words|conseil*|aide|encouragement*|phrase|remarque|lettre ... last|when|in|during|after|lors|pendant|quand|apres|avant|annee|m|me
		@thanks .. for|pour|de|d|du .. lunch|dinner|coffee|chat|call|conversation|meeting|advice|introducing|offering|reference|feedback|putting|sharing|inviting|visit|accueil|dejeuner|cafe|echange|discussion|conseil*|accepte*|presente*|propose*|relu*|invitation|coup|visite|rencontre|accueilli|appel|moment
		@thanks .. again|encore .. for|pour|de|d|du
		@you .. @bond .. when|quand|lorsque|at|chez|in|en .. i|je|j|we|nous
		when|quand|lorsque|since|depuis .. we|nous|on ...  @did|@bond|together|ensemble
		it|ca|cela|voila .. been|s|fait|a .. @when|moment|bail|while|age|ages|eternite|lurette|siecle .. since|depuis|que|qu ... @we
		great|good|nice|lovely|fun|plaisir|sympa|bon|chouette meeting|seeing|talking|speaking|catching|chatting|working|croiser|revoir|discuter|rencontrer|echanger .. you|te|vous|t|toi|avec|with
		plaisir|heureux|heureuse|content|contente|ravi|ravie de|d|a .. te|vous|t .. croiser|revoir|rencontrer|rencontre*|croise*|ecouter|entendre|parler
		~ lost touch|perdus de vue|perdu .. vue|contact`,
	sharedGround: `
		graduate|alum*|diplome*|member|membre|ancien|ancienne .. of|de|d|du|from
		fellow #named|#other|@work
		went|studied|grew|worked|live|lived|etudi*|grandi|vivons|habitons ... same|meme|memes
		issu*|sort*|venons|come|venus ... same|meme|memes
		fellow .. @bond|@work|member*
		we|nous .. both|tous
		same|meme|memes .. school|university|team|company|promo|promotion|ecole|fac|lycee|formation|equipe|village|quartier|club|course|field|industry|association|program|programme|town|metier|secteur|region|rue|immeuble|boite
		mutual|commun|commune|communs .. friend*|connection*|contact*|acquaintance*
		ami|amie|amis|connaissance*|contact*|relation*|passion|parcours commun|commune|communs
		alum*|ancien|ancienne|anciens|anciennes .. of|from|de|d|du|des ... #named
		moi aussi`,
	sentBy: `
		#other thinks|pense ... you|vous|toi
		#other ... said|dit|thinks|thought|pense|trouve|assure|felt ... you|vous|tu|we|nous
		~ referred|recommended|directed|pointed|introduced|adress*|orient*|recommand* ... by|par ... #other
		~ conseil*|recommandation*|suggestion*|invitation|initiative|part|advice .. of|de|d|from #other
		~ conseil*|recommandation*|suggestion*|part .. de|d .. #other
		~ #other .. @suggested .. @me|@you|contact*|reach|write|ecrire
		~ @suggested by|par #other
		~ m|me|nous|mes ... parle*|dit|conseill*|suggere*|recommand*|donne|transmis|mis|mise ... de|d|vous|votre|vos|ton|te|t|relation|contact
		through|via|grace|part|recommandation|conseil|nom|behalf|name|introduction|entremise|intermediaire|suggestion .. a|de|d|of|from|to|par|'s ... #other
		via|through #other
		#other|@they .. @suggested .. me|us|that|i|your|speaking|talking|contacting|reaching
		#other .. introducing|introduction|introduced|intro|connecting
		@thanks .. for|de|d|pour .. accept* .. @talk|contact|mon|d|que
		@thanks .. for .. agreeing|accepting|letting
		you|vous|tu .. agreed|accept* .. @talk|be|que|qu|d|de
		@suggested .. reach|contact|write|speak|talk|ecrire|contacter|appeler .. you|vous|te|out|to`,
	link: `
		are|aren|were you .. friends|close|colleagues|neighbours .. with|to #other
		@you|both|two ... same|meme .. board|jury|team|bureau|comite|equipe|promo|committee|school|class
		#other .. reports|reported|answers to you
		are|aren|were|es|etes|etiez|etais ... you|tu|vous ... friends|close|collegue*|ami*|proche*|patron*|chef*|voisin*|mentor* ... #other
		you|tu|vous|youre .. are|were|as|avez|etes|es|etiez|etais ... @bond|boss|patron|patronne .. of|d|de|du #other
		#other et|and toi|vous|you|yourself
		you|tu|vous .. often|souvent|always|toujours|once ... #other
		you|tu|vous .. parl*|spoke|speak|talk* .. about|of|de|d #other
		#other ta|ton|votre|your
		#other ... is|est|figure|are|fait|sont .. one|among|parmi|part|dans|in|un|une .. of|your|vos|tes|ton|votre
		@you ... part|partie|membre|member .. reseau|network|equipe|team|entourage|of|de .. #named
		you|tu|vous|m|me ... said|saying|dit|told|mentioned|racontes|confie ... #other|brother|sister|husband|wife|frere|soeur|mari|femme|cousin*|voisin*|friend|ami*
		your|ton|ta|votre|vos|tes .. brother|sister|husband|wife|son|daughter|uncle|aunt|partner|frere|soeur|mari|femme|fils|fille|oncle|tante|beau|belle|client*|associe* .. #other
		you|vous|tu and|et #other
		you|tu|vous|youre .. @know .. #named|@they
		@you .. work|worked|working|studied|travaill*|etudi*|collabor*|partag*|chaired|sat|ran|monte ... with|avec|together|ensemble|same|at|chez .. #named|@they
		your|ton|ta|tes|votre|vos .. @bond|connection|contact|relation|client|partner|former|ancien* .. #named
		#other .. @know|@bond|worked|travaille .. you|te|vous|toi|t|your|ton|votre
		~ saw|seen|vu|vois|noticed|remarque|linkedin ... you|tu|vous|youre ... connect*|know|connais*|connaissez|relation*|contact*|link*|travaill*|worked|suivi*
		@you .. mentioned|parle*|evoque*|spoke|told|cite* ... #other
		are|re|were|youre|es|etes|etiez|stay|stayed|still|toujours|reste|restes|restez .. in|en touch|contact|relation|lien with|avec
		you|tu|vous|youre .. connected
		#other .. your|ton|ta|votre .. @bond|former|ancien*
		#other ... with|avec whom|qui|lequel|laquelle you|tu|vous
		#other|qui|whom|que .. you|tu|vous .. @know|met|worked|studied|rencontre*|cotoy*|croise*|encadre*|forme*`,
	vouches: `
		@they|#other .. was|is|est|etait|a|has .. one|une|un|l|my|mon|ma|best .. of|de|des|my|mes|nos|our|students|@bond
		friend|ami|amie|collegue|colleague .. of|de|d .. mine|longue|longtemps|old|confiance|years|long|toujours
		known|connais|knows ... since|for|depuis
		i|je|j|ve .. @know|known|worked|met|trust*|taught|trained|supervised|travaille|connais|connaissons|encadre*|forme*|rencontre* .. @they|#other|with|avec|together|ensemble|whose|dont
		je|j l|la|le|les ai|connais|connaissais|recommande
		#other|@they ... @mate .. of|from|de|d|mine|mon|ma|who|qui
		my|mon|ma|former|ancien|ancienne .. @mate ... #other
		a|un|une friend|colleague|neighbour|neighbor|ami|amie|copain|copine|collegue|voisin|voisine ... #other
		@trust .. @they|#other|whom
		en qui .. confiance|pleine
		someone|quelqu|person|personne .. trust|estime*|respect*|admire*`
};
