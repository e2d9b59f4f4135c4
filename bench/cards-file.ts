const given = ['Kathy', 'Dean', 'Zoé', 'Jean-François', 'María José', 'Łukasz', 'Søren', 'Aïcha'];
const family = ['Martin', 'De Morgan', "O'Neil", 'Müller', 'Nguyễn', 'Lefèvre', 'Garcia', 'Ndiaye'];

/** Address cards of invented people as a telephone exports them, one in ten with a photo. */
export function cardsFile(people: number): string {
	return Array.from({ length: people }, (_, index) => card(index)).join('');
}

function card(index: number): string {
	const first = given[index % given.length] ?? '';
	const last = family[Math.floor(index / given.length) % family.length] ?? '';
	const number = String(index % 10_000).padStart(4, '0');
	return [
		'BEGIN:VCARD',
		'VERSION:3.0',
		'PRODID:-//Example//Phone 9//EN',
		`N:${last};${first};;;`,
		`FN:${first} ${last}`,
		`ORG:Acme ${index % 700};`,
		'TITLE:Head of Sales\\, Europe',
		`EMAIL;type=INTERNET;type=HOME;type=pref:person.${index}@example.com`,
		`TEL;type=CELL;type=VOICE:+33 6 39 98 ${number.slice(0, 2)} ${number.slice(2)}`,
		'item1.ADR;type=HOME;type=pref:;;1 rue de l’Exemple;Lyon;;69001;France',
		'item1.X-ABADR:fr',
		`NOTE:Met at the fair\\nof ${2000 + (index % 26)}`,
		...(index % 10 === 0 ? [photo] : []),
		'END:VCARD',
		''
	].join('\r\n');
}

const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${'/9j/4AAQSkZJRgABAQAASABIAAD'.repeat(2)}\r\n${Array.from(
	{ length: 40 },
	() => ` ${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNk'.repeat(2).slice(0, 73)}`
).join('\r\n')}`;
