// Static files as Kit built them. Beside a file may lie its compressed twins (.br, .gz), made at the start.
const ROOT = $os.getenv('YATIQANA_WEB') || `${__hooks}/../../build`;

const TYPES = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json',
	webmanifest: 'application/manifest+json',
	svg: 'image/svg+xml',
	png: 'image/png',
	webp: 'image/webp',
	avif: 'image/avif',
	ico: 'image/x-icon',
	wasm: 'application/wasm',
	woff2: 'font/woff2',
	opus: 'audio/ogg',
	ogg: 'audio/ogg',
	m4a: 'audio/mp4',
	mp3: 'audio/mpeg',
	txt: 'text/plain; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	map: 'application/json'
};
const TWINNED = ['html', 'js', 'mjs', 'css', 'json', 'webmanifest', 'svg', 'wasm', 'txt', 'csv'];

// A page brings its own policy with the hashes of its start script; two policies are both enforced, so the header
// of a page says only what a page cannot say about itself. What else can run or be shown alone gets the whole policy.
const PAGE_POLICY =
	"frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";
const FILE_POLICY = [
	"default-src 'self'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"img-src 'self' blob: data:",
	"media-src 'self' blob:",
	PAGE_POLICY
].join('; ');
const WORKER = 'service-worker.js';
// what PocketBase adds to every answer and means nothing beside a script or a font: with a hundred files on a slow
// line such words take seconds
const OF_PAGES = ['Cross-Origin-Opener-Policy', 'X-Frame-Options', 'X-Xss-Protection'];

const stat = (path) => {
	try {
		return $os.stat(path);
	} catch (_) {
		return null; // there is no such file: the callers ask exactly that
	}
};

/** What the address names: a file of the build, a folder's page, the address of a folder without its slash, or nothing. */
function find(path) {
	if (path.split('/').some((part) => part === '..' || part.startsWith('.'))) return {};
	if (/\.(br|gz)$/.test(path)) return {}; // twins answer under the name of their file only
	const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
	const info = stat(`${ROOT}/${page}`);
	if (info && !info.isDir()) return { file: page };
	if (info && info.isDir() && stat(`${ROOT}/${page}/index.html`)) return { folder: page };
	return {};
}

/** A name that holds a hash of the content can be kept for ever; everything else is asked for again. */
function caching(file) {
	const forever =
		file.startsWith('_app/immutable/') || /^(library|audio)\/.*\.[0-9a-f]{8,}\.\w+$/.test(file);
	return forever ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function dress(e, file, extension) {
	const h = e.response.header();
	h.set('Content-Type', TYPES[extension] ?? 'application/octet-stream');
	h.set('Cache-Control', caching(file));
	h.set('X-Content-Type-Options', 'nosniff');
	h.set('Cross-Origin-Resource-Policy', 'same-origin');
	if (extension === 'html') dressPage(e, h);
	else {
		for (const name of OF_PAGES) h.del(name);
		if (extension === 'svg' || file === WORKER) h.set('Content-Security-Policy', FILE_POLICY);
	}
}

function dressPage(e, h) {
	h.set('Content-Security-Policy', PAGE_POLICY);
	h.set('X-Frame-Options', 'DENY');
	h.set('Referrer-Policy', 'same-origin');
	h.set(
		'Permissions-Policy',
		'camera=(self), geolocation=(), microphone=(self), payment=(), usb=()'
	);
	if (e.isTLS() || e.request.header.get('X-Forwarded-Proto') === 'https')
		h.set('Strict-Transport-Security', 'max-age=31536000');
}

/** Part of a file is always part of the plain file: a slice of a compressed one is of no use to a player. */
function twin(e, file, extension) {
	if (!TWINNED.includes(extension)) return '';
	e.response.header().set('Vary', 'Accept-Encoding');
	if (e.request.header.get('Range')) return '';
	const accepts = e.request.header.get('Accept-Encoding');
	for (const [name, end] of [
		['br', '.br'],
		['gzip', '.gz']
	])
		if (
			new RegExp(`\\b${name}\\b(?!;q=0(\\.0*)?(,|$))`).test(accepts) &&
			stat(`${ROOT}/${file}${end}`)
		) {
			e.response.header().set('Content-Encoding', name);
			return end;
		}
	return '';
}

function missing(e) {
	const wantsPage = e.request.header.get('Accept').includes('text/html');
	if (!wantsPage || !stat(`${ROOT}/404.html`)) {
		e.response.header().set('Cache-Control', 'no-store');
		throw new NotFoundError('there is nothing at this address');
	}
	dress(e, '404.html', 'html');
	return e.html(404, toString($os.readFile(`${ROOT}/404.html`)));
}

exports.serve = function (e) {
	const found = find(e.request.pathValue('path'));
	if (found.folder) {
		const query = e.request.url.rawQuery;
		return e.redirect(308, `/${found.folder}/${query ? `?${query}` : ''}`);
	}
	if (!found.file) return missing(e);
	const extension = found.file.slice(found.file.lastIndexOf('.') + 1);
	dress(e, found.file, extension);
	return e.fileFS($os.dirFS(ROOT), found.file + twin(e, found.file, extension));
};
