const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 of some bytes, going on from that of the bytes before them (0 where there are none). */
export function checksum(bytes: Uint8Array, before: number): number {
	let value = ~before;
	for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
	return ~value >>> 0;
}
