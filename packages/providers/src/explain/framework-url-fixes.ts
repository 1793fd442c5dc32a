import { fixSays as says } from './doctor.ts';
import type { FrameworkFix } from './framework-fixes.ts';

/** How a verifier gets the URL as the provider called it (Twilio signs it); behind a tunnel that is in X-Forwarded-Host. */
export const urlFixes: readonly FrameworkFix[] = [
  {
    framework: 'express',
    title: 'Express',
    language: 'js',
    ...says('fix-url-express'),
    code: "app.set('trust proxy', true);\nconst host = req.headers['x-forwarded-host'] ?? req.headers.host;\nconst url = req.protocol + '://' + host + req.originalUrl;\ntwilio.validateRequest(token, req.headers['x-twilio-signature'], url, req.body);",
    docs: 'https://expressjs.com/en/guide/behind-proxies.html',
  },
  {
    framework: 'fastify',
    title: 'Fastify',
    language: 'js',
    ...says('fix-url-fastify'),
    code: "const app = fastify({ trustProxy: true });\nconst url = req.protocol + '://' + req.host + req.originalUrl;\ntwilio.validateRequest(token, req.headers['x-twilio-signature'], url, req.body);",
    docs: 'https://fastify.dev/docs/latest/Reference/Server/#trustproxy',
  },
  {
    framework: 'next',
    title: 'Next.js',
    language: 'js',
    ...says('fix-url-next'),
    code: "const { pathname, search } = new URL(request.url);\nconst host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');\nconst scheme = request.headers.get('x-forwarded-proto') ?? 'https';\nconst url = scheme + '://' + host + pathname + search;",
    docs: 'https://nextjs.org/docs/app/api-reference/functions/next-request',
  },
  {
    framework: 'hono',
    title: 'Hono',
    language: 'js',
    ...says('fix-url-hono'),
    code: "const { pathname, search } = new URL(c.req.url);\nconst host = c.req.header('x-forwarded-host') ?? c.req.header('host');\nconst scheme = c.req.header('x-forwarded-proto') ?? 'https';\nconst url = scheme + '://' + host + pathname + search;",
    docs: 'https://hono.dev/docs/api/request',
  },
  {
    framework: 'flask',
    title: 'Flask',
    language: 'python',
    ...says('fix-url-flask'),
    code: 'from werkzeug.middleware.proxy_fix import ProxyFix\napp.wsgi_app = ProxyFix(app.wsgi_app, x_proto=1, x_host=1)',
    docs: 'https://flask.palletsprojects.com/en/stable/deploying/proxy_fix/',
  },
  {
    framework: 'rails',
    title: 'Rails',
    language: 'ruby',
    ...says('fix-url-rails'),
    code: "validator = Twilio::Security::RequestValidator.new(token)\nhead :unauthorized unless validator.validate(\n  request.original_url, request.POST, request.headers['X-Twilio-Signature']\n)",
    docs: 'https://api.rubyonrails.org/classes/ActionDispatch/Request.html#method-i-original_url',
  },
  {
    framework: 'go',
    title: 'Go',
    language: 'go',
    ...says('fix-url-go'),
    code: 'host := r.Header.Get("X-Forwarded-Host")\nif host == "" {\n\thost = r.Host\n}\nscheme := r.Header.Get("X-Forwarded-Proto")\nif scheme == "" {\n\tscheme = "https"\n}\nurl := scheme + "://" + host + r.URL.RequestURI()',
    docs: 'https://pkg.go.dev/net/http#Request',
  },
];
