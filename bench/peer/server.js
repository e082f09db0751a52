// A queue as one would plainly write it with Node: Postgres holds the tickets, Redis counts the numbers and carries the news between nodes,
// socket.io tells the screens. It does less than the hub (no forms, no tokens, no history beside the rows, no protection against repeats).
import { createServer } from "node:http";
import express from "express";
import pg from "pg";
import { createClient } from "redis";
import { Server } from "socket.io";

const pool = new pg.Pool({ connectionString: process.env.PEER_POSTGRES, max: 10 });
await pool.query(`
  create table if not exists ticket (
    id bigint generated always as identity primary key,
    number integer not null,
    service text not null,
    state text not null default 'waiting',
    counter text,
    issued_at timestamptz not null default now(),
    called_at timestamptz,
    done_at timestamptz
  );
  create index if not exists ticket_line on ticket (service, id) where state = 'waiting'`);

const redis = createClient({ socket: { path: process.env.PEER_REDIS } });
const listener = redis.duplicate();
await Promise.all([redis.connect(), listener.connect()]);

const app = express();
const server = createServer(app);
const io = new Server(server, { serveClient: false });
app.use(express.json());

// Whatever changed is told to the screens and phones of the office by every node.
await listener.subscribe("news", (news) => io.to("office").emit("ticket", JSON.parse(news)));
const tell = (news) => redis.publish("news", JSON.stringify(news));

io.on("connection", (socket) => {
  socket.join("office");
  socket.emit("ticket", { ticket: socket.handshake.query.ticket });
});

app.post("/tickets", async (request, response) => {
  const service = request.body.service;
  if (typeof service !== "string") {
    return response.status(400).json({ error: "invalid_request" });
  }
  const number = await redis.incr(`number:${service}`);
  const { rows } = await pool.query("insert into ticket (number, service) values ($1, $2) returning id", [number, service]);
  await tell({ type: "issued", id: rows[0].id, number });
  response.status(201).json({ id: rows[0].id, number });
});

app.post("/counters/:counter/call-next", async (request, response) => {
  const { rows } = await pool.query(
    `update ticket set state = 'called', counter = $1, called_at = now()
     where id = (select id from ticket where service = $2 and state = 'waiting' order by id limit 1 for update skip locked)
     returning id, number`,
    [request.params.counter, request.body.service]);
  if (rows.length === 0) {
    return response.status(409).json({ error: "nobody_waiting" });
  }
  await tell({ type: "called", id: rows[0].id, number: rows[0].number, counter: request.params.counter });
  response.json(rows[0]);
});

app.post("/counters/:counter/complete", async (request, response) => {
  const { rows } = await pool.query(
    "update ticket set state = 'done', done_at = now() where id = $1 and state = 'called' and counter = $2 returning id, number",
    [request.body.ticket, request.params.counter]);
  if (rows.length === 0) {
    return response.status(409).json({ error: "wrong_state" });
  }
  await tell({ type: "completed", id: rows[0].id, number: rows[0].number });
  response.json(rows[0]);
});

// For the comparison of broadcasts: a message of a given size to everybody.
app.post("/broadcast", (request, response) => {
  io.to("office").emit("ticket", "x".repeat(request.body.length));
  response.sendStatus(204);
});

server.listen(0, "127.0.0.1", () => console.log(`The peer is running at http://127.0.0.1:${server.address().port}/`));
process.on("SIGTERM", () => process.exit(0));
