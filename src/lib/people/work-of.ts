/** What somebody does, on one line: "CFO, ACME". */
export function workOf({ position, company }: { position: string; company: string }): string {
	return [position, company].filter(Boolean).join(', ');
}
