/** Whether this browser draws with WebGL. What was made to find out is given back at once. */
export function canDraw(): boolean {
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
	context?.getExtension('WEBGL_lose_context')?.loseContext();
	return context !== null;
}
