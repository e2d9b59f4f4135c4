/** `npm run bench -- <name>`: runs one measurement, or all of them. */
const benches: Record<string, () => Promise<{ run(): Promise<void> }>> = {
	import: () => import('./import.ts')
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
	console.error(
		`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`
	);
	process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
	const bench = await benches[name]?.();
	await bench?.run();
}
