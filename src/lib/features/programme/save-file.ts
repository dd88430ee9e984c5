/** Hands a text to the browser as a file of this name. */
export function saveFile(name: string, text: string): void {
	const file = new Blob([text], { type: 'text/csv;charset=utf-8' });
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
