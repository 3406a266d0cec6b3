// The plainest way to tell every open page: a loop that writes the same bytes to each.
const http = require('node:http');

const pages = new Set();
http.createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('event: hello\ndata: {}\n\n');
    pages.add(response);
    request.on('close', () => pages.delete(response));
    return;
  }
  let body = '';
  request.on('data', chunk => { body += chunk; });
  request.on('end', () => {
    const event = `id: 1\nevent: message\ndata: ${JSON.stringify({ id: 1, channel: 'general', by: 'ana', text: JSON.parse(body).text })}\n\n`;
    for (const page of pages) page.write(event);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{}');
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
