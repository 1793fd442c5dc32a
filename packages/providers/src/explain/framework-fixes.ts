import { urlFixes } from './framework-url-fixes.ts';

/** How a framework hands over the raw body; `code` is a few lines to start from. */
export interface FrameworkFix {
  readonly framework: string;
  readonly title: string;
  readonly language: 'js' | 'python' | 'ruby' | 'go';
  readonly says: string;
  readonly code: string;
  readonly docs: string;
}

export const frameworkFixes: readonly FrameworkFix[] = [
  {
    framework: 'express',
    title: 'Express',
    language: 'js',
    says: 'Mount express.raw on this path before any express.json; req.body is then a Buffer.',
    code: "app.post('/webhooks', express.raw({ type: '*/*' }), (req, res) => {\n  verify(req.body, req.headers); // a Buffer: the raw bytes\n  const event = JSON.parse(req.body);\n});",
    docs: 'https://expressjs.com/en/api.html#express.raw',
  },
  {
    framework: 'fastify',
    title: 'Fastify',
    language: 'js',
    says: 'Take the JSON parser away in this plugin’s scope and take the body as a buffer.',
    code: "app.register(async (scope) => {\n  scope.removeAllContentTypeParsers();\n  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (req, body, done) => done(null, body));\n  scope.post('/webhooks', async (req) => verify(req.body, req.headers));\n});",
    docs: 'https://fastify.dev/docs/latest/Reference/ContentTypeParser/',
  },
  {
    framework: 'next',
    title: 'Next.js',
    language: 'js',
    says: 'In a route handler read request.arrayBuffer() or request.text(), never request.json() first. In the pages router switch bodyParser off.',
    code: 'export async function POST(request) {\n  const raw = Buffer.from(await request.arrayBuffer());\n  verify(raw, request.headers);\n  return new Response(null, { status: 200 });\n}\n// pages router: export const config = { api: { bodyParser: false } };',
    docs: 'https://nextjs.org/docs/app/building-your-application/routing/route-handlers#webhooks',
  },
  {
    framework: 'hono',
    title: 'Hono',
    language: 'js',
    says: 'Read c.req.arrayBuffer() or c.req.text() before anything else reads the body.',
    code: "app.post('/webhooks', async (c) => {\n  const raw = Buffer.from(await c.req.arrayBuffer());\n  verify(raw, c.req.header());\n  return c.body(null, 200);\n});",
    docs: 'https://hono.dev/docs/api/request',
  },
  {
    framework: 'flask',
    title: 'Flask',
    language: 'python',
    says: 'Use request.get_data() before request.form or request.json.',
    code: "@app.post('/webhooks')\ndef webhook():\n    raw = request.get_data()  # bytes\n    verify(raw, request.headers)\n    event = json.loads(raw)\n    return '', 200",
    docs: 'https://flask.palletsprojects.com/en/stable/api/#flask.Request.get_data',
  },
  {
    framework: 'rails',
    title: 'Rails',
    language: 'ruby',
    says: 'Use request.raw_post, and leave this action out of the CSRF check.',
    code: 'class WebhooksController < ActionController::Base\n  skip_before_action :verify_authenticity_token\n\n  def create\n    verify(request.raw_post, request.headers)\n    head :ok\n  end\nend',
    docs: 'https://api.rubyonrails.org/classes/ActionDispatch/Request.html#method-i-raw_post',
  },
  {
    framework: 'go',
    title: 'Go',
    language: 'go',
    says: 'Read the whole body first, verify those bytes, then decode them.',
    code: 'func webhook(w http.ResponseWriter, r *http.Request) {\n\traw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))\n\tif err != nil || !verify(raw, r.Header) {\n\t\tw.WriteHeader(http.StatusUnauthorized)\n\t\treturn\n\t}\n\t_ = json.Unmarshal(raw, &event)\n}',
    docs: 'https://pkg.go.dev/io#ReadAll',
  },
];

const ofTheUrl = /^(url-.*|handler-url)$/;

/** The fixes to end with: those about the URL where a finding is about it, the raw body otherwise. */
export const fixesFor = (codes: readonly string[]): readonly FrameworkFix[] =>
  codes.some((code) => ofTheUrl.test(code)) ? urlFixes : frameworkFixes;
