import type { Locale } from '#lib/i18n/locale.ts';

/** Names that go together, and the language such a contact would be written to in. */
export interface NamePool {
	locale: Locale;
	women: readonly string[];
	men: readonly string[];
	families: readonly string[];
}

function pool(locale: Locale, women: string, men: string, families: string): NamePool {
	return { locale, women: list(women), men: list(men), families: list(families) };
}

function list(text: string): readonly string[] {
	return text.split(', ');
}

/** Where the invented people's names come from. */
export const namePools = {
	french: pool(
		'fr',
		'Camille, Élodie, Margaux, Solène, Clémence, Maëlle, Inès, Aurélie, Delphine, Mathilde, Coralie, Véronique, Noémie, Isabelle, Sandrine, Marie-Laure, Anne-Sophie, Hélène, Agathe, Joséphine, Odile, Capucine',
		'Julien, Thibault, Benoît, Antoine, Gaspard, Baptiste, Romain, Étienne, Olivier, Jean-Luc, Guillaume, Fabrice, Loïc, Yann, Jean-Christophe, Frédéric, Grégoire, Ambroise, Rémi, François-Xavier, Tanguy, Cyril',
		'Aubertin, Bernardin, Chauveau, Delaunoy, Escoubet, Fauvelle, Garancher, Hurtebise, Jacquemard, Kerbrat, Lachambre, Malherbet, Noirtin, Ollivaud, Pelletan, Quémener, Rousselin, Sauvignac, Thévenard, Vasselin, de la Brière, Le Guellec, d’Hautecombe, Bonnefont, Carpentras, Grandidier, Sainte-Rose, Vauquelin'
	),
	maghreb: pool(
		'fr',
		'Amina, Samira, Leïla, Nadia, Yasmine, Soraya, Fatima-Zohra, Kenza',
		'Karim, Mehdi, Rachid, Sofiane, Yacine, Ilyes, Nabil, Mourad',
		'Benyahia, Cherkaoui, El Mansour, Haddadi, Ouazzane, Zerouali, Belkacemi, Tazi, Aït Ouali, Ben Slimène'
	),
	westAfrica: pool(
		'fr',
		'Awa, Aïssatou, Fatou, Mariama, Adjoua, Bintou, Ramata',
		'Mamadou, Ousmane, Koffi, Seydou, Ibrahima, Kwame, Cheikh',
		'Diakhaté, Kouamélan, N’Diayé, Traoréba, Sow-Camara, Ouédrago, Bassené, Adjovin, Mensahli'
	),
	caribbean: pool(
		'fr',
		'Rosalie, Marie-Ange, Gladys, Lucienne, Mélissa',
		'Frantz, Jocelyn, Dimitri, Patrice, Wilfried',
		'Célestine, Jean-Baptistin, Louisor, Montaugé, Toussaine, Zamorin'
	),
	vietnam: pool(
		'fr',
		'Linh, Mai, Thu Hà, Ngọc Anh, Lan',
		'Minh, Quang, Đức, Hoàng, Tuấn',
		'Nguyễn, Trần, Phạm, Lê, Đặng, Võ'
	),
	lebanon: pool(
		'fr',
		'Rima, Nayla, Carine, Joumana, Maya',
		'Ziad, Fadi, Walid, Marwan, Élie',
		'Abi Khattar, Chamounat, Gemmayel, Haddadine, Khourani, Saliban'
	),
	iberia: pool(
		'fr',
		'Inês, Lucía, Catarina, Pilar, Teresa, Beatriz',
		'João, Rui, Álvaro, Joaquín, Tiago, Íñigo',
		'Ferreirinha, Carvalhais, Núñez del Río, Villalonga, Pacheco Leal, Azevedine, Ortegón, Peñalta'
	),
	italy: pool(
		'en',
		'Chiara, Federica, Ginevra, Paola, Serena',
		'Alessandro, Niccolò, Davide, Gianluca, Matteo',
		'Bellandini, Castagneri, De Lucchi, Fiorentelli, Montaresi, Zanettin'
	),
	britain: pool(
		'en',
		'Harriet, Fiona, Siobhán, Imogen, Bronwen, Philippa, Heather, Maeve',
		'Alistair, Callum, Rhys, Duncan, Fergus, Giles, Owen, Declan',
		'Ashcombe, Brackley, Carrowmore, Dunmoor, Fairweather, Harkness-Lowe, Kilbryde, Llewelyn, O’Hanrahan, Penhallow, Thistlewood, Wetherell'
	),
	germany: pool(
		'en',
		'Anneliese, Heike, Jördis, Sabine, Katharina, Marlene',
		'Jörg, Matthias, Torsten, Ulrich, Jens, Götz',
		'Ahrenfeld, Brückmann, Dornhagen, Gößling, Körting, Müllerhoff, Straußberg, van den Heuvelink'
	),
	nordic: pool(
		'en',
		'Ingrid, Åsa, Kirsten, Sólveig, Päivi',
		'Bjørn, Håkon, Søren, Gunnar, Jukka',
		'Ågrenholt, Bjørndahl, Kjærulfsen, Lindqvister, Sørbye, Virtalainen'
	),
	slavic: pool(
		'en',
		'Agnieszka, Zuzanna, Jana, Oksana, Milena',
		'Paweł, Łukasz, Tomáš, Bohdan, Dragan',
		'Borowczak, Dvořáček, Kowalewicz, Ilievski, Petrushenko, Wiśniowiak'
	),
	india: pool(
		'en',
		'Ananya, Kavitha, Meera, Priyanka, Sunita, Lakshmi',
		'Arjun, Harish, Rohan, Siddharth, Vikram, Anand',
		'Balasubramanyan, Chatterji, Deshpandey, Iyengaran, Kulkarnee, Raghunath, Venkataram'
	),
	eastAsia: pool(
		'en',
		'Xiaoyan, Mei-Ling, Hanako, Ji-woo, Yuki, Siew Ling',
		'Haoran, Wei-Jun, Kenta, Min-jae, Takashi, Boon Kiat',
		'Ouyangshan, Fukuzawara, Hwangbo, Linqiao, Morishige, Tanakura, Zhaowei'
	),
	eastAfrica: pool(
		'en',
		'Wanjiru, Hirut, Achieng, Zawadi, Selam',
		'Tesfaye, Kipchirchir, Baraka, Otieno, Dawit',
		'Gebremichel, Kamauri, Mwangaza, Odhiambi, Tekleab'
	)
} as const satisfies Record<string, NamePool>;

export type Origin = keyof typeof namePools;

/** How often each origin is met in these books. */
export const originWeights: Record<Origin, number> = {
	french: 40,
	maghreb: 9,
	westAfrica: 6,
	caribbean: 3,
	vietnam: 4,
	lebanon: 3,
	iberia: 6,
	italy: 4,
	britain: 9,
	germany: 5,
	nordic: 3,
	slavic: 4,
	india: 4,
	eastAsia: 4,
	eastAfrica: 3
};
