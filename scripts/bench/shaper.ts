// A slow line before a server of this machine: one token bucket per direction for all connections, half a round trip
// of delay on every packet, one round trip to connect. No loss, no DNS, no TLS: in the field add two round trips.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Line {
	/** round trip in ms, down and up in kbit/s */
	rtt: number;
	down: number;
	up: number;
}

export const LINES = {
	'slow 3G': { rtt: 400, down: 400, up: 400 },
	'2G': { rtt: 800, down: 100, up: 50 }
} satisfies Record<string, Line>;

const PACKET = 1460;

class Bucket {
	#free = 0;
	constructor(
		private readonly kbit: number,
		private readonly delay: number
	) {}

	/** When the last bit of so many bytes has arrived at the other side. */
	due(bytes: number): number {
		const now = performance.now();
		this.#free = Math.max(this.#free, now) + (bytes * 8) / this.kbit;
		return this.#free + this.delay;
	}
}

/** One queue per connection and direction: with a timer for each packet, packets would overtake each other. */
class Lane {
	readonly #queue: { at: number; packet: Buffer }[] = [];
	#timer: NodeJS.Timeout | undefined;
	#ended = false;

	constructor(
		private readonly bucket: Bucket,
		private readonly out: Socket
	) {}

	send(bytes: Buffer): void {
		for (let i = 0; i < bytes.length; i += PACKET) {
			const packet = bytes.subarray(i, i + PACKET);
			this.#queue.push({ at: this.bucket.due(packet.length), packet });
		}
		this.#wake();
	}

	end(): void {
		this.#ended = true;
		this.#wake();
	}

	#wake(): void {
		const first = this.#queue[0];
		const wait = first ? Math.max(1, first.at - performance.now()) : 0;
		this.#timer ??= setTimeout(() => this.#pump(), wait);
	}

	#pump(): void {
		this.#timer = undefined;
		const now = performance.now();
		while (this.#queue[0] && this.#queue[0].at <= now) {
			const next = this.#queue.shift();
			if (next && !this.out.destroyed) this.out.write(next.packet);
		}
		if (this.#queue.length) this.#wake();
		else if (this.#ended) this.out.end();
	}
}

export interface Shaper {
	url: string;
	/** Bytes sent down since the start or the last asking. */
	taken(): number;
	close(): Promise<void>;
}

/** Listens on a port of its own and passes everything on, slowly. */
export async function shape(target: string, line: Line): Promise<Shaper> {
	const down = new Bucket(line.down, line.rtt / 2);
	const up = new Bucket(line.up, line.rtt / 2);
	const sockets = new Set<Socket>();
	let bytes = 0;
	const server: Server = createServer((client) => {
		const upstream = connect(Number(new URL(target).port), '127.0.0.1');
		const toServer = new Lane(up, upstream);
		const toClient = new Lane(down, client);
		let early: Buffer[] | undefined = [];
		setTimeout(() => {
			for (const chunk of early ?? []) toServer.send(chunk);
			early = undefined;
		}, line.rtt);
		client.on('data', (chunk) => (early ? early.push(chunk) : toServer.send(chunk)));
		upstream.on('data', (chunk) => {
			bytes += chunk.length;
			toClient.send(chunk);
		});
		client.on('end', () => toServer.end());
		upstream.on('end', () => toClient.end());
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.on('error', () => [client, upstream].forEach((each) => each.destroy()));
			socket.on('close', () => sockets.delete(socket));
		}
		client.on('close', () => upstream.destroy());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		taken() {
			const was = bytes;
			bytes = 0;
			return was;
		},
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((done) => server.close(() => done()));
		}
	};
}
