// An SMTP server that tells each mail it takes as a line of JSON. "refuse N" on its input: the next N mails are not taken.
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";

let refusals = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: process.argv.includes("--plain") ? ["AUTH", "STARTTLS"] : ["AUTH"],
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      if (refusals > 0) {
        refusals -= 1;
        done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
        return;
      }
      const { mailFrom, rcptTo } = session.envelope;
      console.log(JSON.stringify({ from: mailFrom.address, to: rcptTo.map((one) => one.address), secure: session.secure, text: Buffer.concat(parts).toString("utf8") }));
      done();
    });
  },
});
server.on("error", () => {}); // whoever hangs up is gone
createInterface({ input: process.stdin }).on("line", (line) => {
  refusals = Number(line.split(" ")[1]);
});
process.stdin.on("end", () => process.exit(0));
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.server.address().port })));
