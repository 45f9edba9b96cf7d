import type { IOptions } from 'sanitize-html';

type Looks = {
  /** Pictures that came with the mail, by their content id, as `data:` addresses. */
  pictures: ReadonlyMap<string, string>;
  /** Pictures elsewhere are fetched: whoever put them there sees that, and when, it was read. */
  remote: boolean;
};

/** What a browser lets such a page do: show itself, and open links in a window of their own. */
export function policyOf({ remote }: Pick<Looks, 'remote'>): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data:${remote ? ' https: http:' : ''}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
}

const TAGS =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr';

const PLAIN =
  'align valign width height bgcolor border cellpadding cellspacing colspan rowspan dir lang title start type';

/** Nothing in a style may fetch, cover what is beside it, or leave its place. */
const VALUE = /^(?!.*(?:url|image|image-set|expression|attr|var)\s*\()[^<>\\]{1,200}$/i;
const STYLES =
  'background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left border-radius border-right border-spacing border-style border-top border-width color direction font font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width padding padding-bottom padding-left padding-right padding-top table-layout text-align text-decoration text-indent text-transform vertical-align white-space width word-break word-spacing overflow-wrap';

const OWN_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i;

/**
 * The looks of a mail of a stranger's, made safe by what is allowed rather than by what is not: nothing runs, nothing is sent, and
 * nothing is fetched unless asked. What is quoted is folded. A whole page, to be shown under `policyOf`.
 */
export async function safePage(html: string, looks: Looks): Promise<string> {
  const { default: sanitize } = await import('sanitize-html');
  const safe = sanitize(html, optionsFor(looks));
  // well-formed by now: each opening has its end
  const folded = safe
    .replaceAll(/<blockquote(?=[\s>])/g, '<details class="huiyin-quoted"><summary>…</summary><blockquote')
    .replaceAll('</blockquote>', '</blockquote></details>');
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><style>${OURS}</style></head><body>${folded}</body></html>`;
}

const OURS =
  'body{margin:0;padding:8px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere;background:#fff;color:#222}img{max-width:100%}summary{cursor:pointer;color:#555}blockquote{margin:0 0 0 4px;padding-left:8px;border-left:2px solid #bbb}';

function optionsFor({ pictures, remote }: Looks): IOptions {
  return {
    allowedTags: TAGS.split(' '),
    allowedAttributes: {
      '*': [...PLAIN.split(' '), 'style'],
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt'],
      font: ['color', 'face', 'size'],
      details: ['open'],
    },
    allowedStyles: { '*': Object.fromEntries(STYLES.split(' ').map((name) => [name, [VALUE]])) },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data', 'http', 'https'] },
    allowProtocolRelative: false,
    nestingLimit: 200,
    transformTags: {
      a: (tagName, attribs) => ({
        tagName,
        attribs: { ...attribs, target: '_blank', rel: 'noopener noreferrer nofollow' },
      }),
      img: (tagName, { src = '', ...attribs }) => {
        const shown = pictureAt(src, pictures, remote);
        return { tagName, attribs: { ...attribs, ...(shown === null ? {} : { src: shown }) } };
      },
    },
  };
}

function pictureAt(src: string, pictures: ReadonlyMap<string, string>, remote: boolean): string | null {
  const within = /^\s*cid:(.+)$/is.exec(src)?.[1]?.trim();
  if (within !== undefined) return pictures.get(within) ?? pictures.get(decoded(within)) ?? null;
  if (OWN_PICTURE.test(src)) return src;
  return remote && /^https?:\/\//i.test(src) ? src : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
