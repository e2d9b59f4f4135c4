import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed, and how. */
export interface Packed {
	name: string;
	content: Uint8Array | string;
	method?: 'deflated' | 'stored';
	/** Sizes after the entry, as programs write it that do not know them before. */
	descriptor?: 'marked' | 'bare' | 'long';
	isEncrypted?: boolean;
	checksum?: number;
}

/** A ZIP archive as programs of all kinds write it; `where` hears where each entry's data ends. */
export function archiveFile(
	files: readonly Packed[],
	where: (end: number) => void = () => {}
): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const file of files) {
		const { local, central } = entry(file, at);
		parts.push(...local);
		directory.push(central);
		at += local.reduce((length, part) => length + part.length, 0);
		where(at);
	}
	const size = directory.reduce((length, part) => length + part.length, 0);
	const end = numbers(
		[4, 0x06054b50],
		[2, 0],
		[2, 0],
		[2, files.length],
		[2, files.length],
		[4, size],
		[4, at],
		[2, 0]
	);
	return Buffer.concat([...parts, ...directory, end]);
}

function entry(file: Packed, offset: number): { local: Buffer[]; central: Buffer } {
	const content = Buffer.from(file.content);
	const data = file.method === 'stored' ? content : deflateRawSync(content);
	const name = Buffer.from(file.name);
	const checksum = file.checksum ?? crc32(content);
	const flags = 0x800 | (file.descriptor ? 8 : 0) | (file.isEncrypted ? 1 : 0);
	const method = file.method === 'stored' ? 0 : 8;
	const before = file.descriptor ? [0, 0, 0] : [checksum, data.length, content.length];
	const head = [
		[2, 20],
		[2, flags],
		[2, method],
		[4, 0]
	] as const;
	const local = numbers([4, 0x04034b50], ...head, ...sizes(before), [2, name.length], [2, 0]);
	const central = numbers(
		[4, 0x02014b50],
		[2, 20],
		...head,
		...sizes([checksum, data.length, content.length]),
		[2, name.length],
		[2, 0],
		[2, 0],
		[2, 0],
		[2, 0],
		[4, 0],
		[4, offset]
	);
	return {
		local: [local, name, data, descriptorOf(file, checksum, data.length, content.length)],
		central: Buffer.concat([central, name])
	};
}

function descriptorOf(
	{ descriptor }: Packed,
	checksum: number,
	packed: number,
	unpacked: number
): Buffer {
	if (!descriptor) return Buffer.alloc(0);
	const width = descriptor === 'long' ? 8 : 4;
	const sizes = numbers([4, checksum], [width, packed], [width, unpacked]);
	return descriptor === 'bare' ? sizes : Buffer.concat([numbers([4, 0x08074b50]), sizes]);
}

function numbers(...fields: readonly (readonly [width: number, value: number])[]): Buffer {
	return Buffer.concat(
		fields.map(([width, value]) => {
			const bytes = Buffer.alloc(width);
			bytes.writeUIntLE(value, 0, Math.min(width, 6));
			return bytes;
		})
	);
}

function sizes(known: readonly number[]) {
	return known.map((value) => [4, value] as const);
}
