import type { ReasonPart } from '@hooktap/protocol';
import { fixSays as says } from './doctor.ts';
import { urlFixes } from './framework-url-fixes.ts';

/** How a framework hands over the raw body; `code` is a few lines to start from. */
export interface FrameworkFix {
  readonly framework: string;
  readonly title: string;
  readonly language: 'js' | 'python' | 'ruby' | 'go';
  readonly says: string;
  /** What it says in codes. */
  readonly parts?: readonly ReasonPart[];
  readonly code: string;
  readonly docs: string;
}

export const frameworkFixes: readonly FrameworkFix[] = [
  {
    framework: 'express',
    title: 'Express',
    language: 'js',
    ...says('fix-express'),
    code: "app.post('/webhooks', express.raw({ type: '*/*' }), (req, res) => {\n  verify(req.body, req.headers); // a Buffer: the raw bytes\n  const event = JSON.parse(req.body);\n});",
    docs: 'https://expressjs.com/en/api.html#express.raw',
  },
  {
    framework: 'fastify',
    title: 'Fastify',
    language: 'js',
    ...says('fix-fastify'),
    code: "app.register(async (scope) => {\n  scope.removeAllContentTypeParsers();\n  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (req, body, done) => done(null, body));\n  scope.post('/webhooks', async (req) => verify(req.body, req.headers));\n});",
    docs: 'https://fastify.dev/docs/latest/Reference/ContentTypeParser/',
  },
  {
    framework: 'next',
    title: 'Next.js',
    language: 'js',
    ...says('fix-next'),
    code: 'export async function POST(request) {\n  const raw = Buffer.from(await request.arrayBuffer());\n  verify(raw, request.headers);\n  return new Response(null, { status: 200 });\n}\n// pages router: export const config = { api: { bodyParser: false } };',
    docs: 'https://nextjs.org/docs/app/building-your-application/routing/route-handlers#webhooks',
  },
  {
    framework: 'hono',
    title: 'Hono',
    language: 'js',
    ...says('fix-hono'),
    code: "app.post('/webhooks', async (c) => {\n  const raw = Buffer.from(await c.req.arrayBuffer());\n  verify(raw, c.req.header());\n  return c.body(null, 200);\n});",
    docs: 'https://hono.dev/docs/api/request',
  },
  {
    framework: 'flask',
    title: 'Flask',
    language: 'python',
    ...says('fix-flask'),
    code: "@app.post('/webhooks')\ndef webhook():\n    raw = request.get_data()  # bytes\n    verify(raw, request.headers)\n    event = json.loads(raw)\n    return '', 200",
    docs: 'https://flask.palletsprojects.com/en/stable/api/#flask.Request.get_data',
  },
  {
    framework: 'rails',
    title: 'Rails',
    language: 'ruby',
    ...says('fix-rails'),
    code: 'class WebhooksController < ActionController::Base\n  skip_before_action :verify_authenticity_token\n\n  def create\n    verify(request.raw_post, request.headers)\n    head :ok\n  end\nend',
    docs: 'https://api.rubyonrails.org/classes/ActionDispatch/Request.html#method-i-raw_post',
  },
  {
    framework: 'go',
    title: 'Go',
    language: 'go',
    ...says('fix-go'),
    code: 'func webhook(w http.ResponseWriter, r *http.Request) {\n\traw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))\n\tif err != nil || !verify(raw, r.Header) {\n\t\tw.WriteHeader(http.StatusUnauthorized)\n\t\treturn\n\t}\n\t_ = json.Unmarshal(raw, &event)\n}',
    docs: 'https://pkg.go.dev/io#ReadAll',
  },
];

const ofTheUrl = /^(url-.*|handler-url)$/;

/** The fixes to end with: those about the URL where a finding is about it, the raw body otherwise. */
export const fixesFor = (codes: readonly string[]): readonly FrameworkFix[] =>
  codes.some((code) => ofTheUrl.test(code)) ? urlFixes : frameworkFixes;
