// What one would write on a Friday afternoon, in Node: Socket.IO as it comes, nothing on disk.
// The bench measures Obrus beside it. `node bare_node.mjs PORT broadcast|rooms`; bare_server.py is the same in Python.

import { createServer } from "node:http";
import { Server } from "socket.io";

const NAP_MS = 5;
const [port, who] = process.argv.slice(2);
const ideas = [];
const stalls = { longest_ms: 0, over: 0 };

const http = createServer((_, answer) => answer.writeHead(404).end());
const io = new Server(http, { serveClient: false });

io.on("connection", (socket) => {
  const room = socket.handshake.auth.room ?? "";
  socket.join(room);
  socket.on("command", (idea, ack) => {
    ideas.push(idea);
    (who === "broadcast" ? io : io.to([room, "board"])).emit("idea", idea);
    ack({ ok: true });
  });
  socket.on("told", (_, ack) => ack({ texts: ideas.map((idea) => idea.text) }));
  socket.on("stalls", (_, ack) => ack(stalls));
});

function nap() {
  const began = performance.now();
  setTimeout(() => {
    const late = performance.now() - began - NAP_MS;
    stalls.longest_ms = Math.max(stalls.longest_ms, late);
    stalls.over += late > 50 ? 1 : 0;
    nap();
  }, NAP_MS);
}

nap();
http.listen(Number(port), "127.0.0.1");
