import type { Command } from './command.ts';

/** Every command, one file each; loaded when it is asked for. */
export const commands: Record<string, () => Promise<Command>> = {
	serve: async () => (await import('./serve.ts')).serve,
	backup: async () => (await import('./backup.ts')).backup,
	restore: async () => (await import('./restore.ts')).restore,
	import: async () => (await import('./import.ts')).importFile,
	match: async () => (await import('./match.ts')).match,
	network: async () => (await import('./network.ts')).network,
	memory: async () => (await import('./memory.ts')).memory,
	coach: async () => (await import('./coach.ts')).coach,
	demo: async () => (await import('./demo.ts')).demo,
	user: async () => (await import('./user.ts')).user
};
