package org.tidings.replication.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Routes;

/// What the web side of a room may answer.
class RoomWebTest {
  private final RoomWeb web = new RoomWeb(() -> Routes.DIRECT);
  private HttpServer server;
  private volatile int status;
  private volatile String template = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aPageIsAskedInJson() throws Exception {
    answers(200, "{\"status\":\"successful\",\"asked\":\"$query\"}");
    assertThat(web.get(page("?invite=a%2Fb#top")).string("asked"))
        .hasValue("invite=a%2Fb&encoding=json");
    assertThat(web.get(page("")).string("asked")).hasValue("encoding=json");
  }

  @Test
  void aFormIsSentInJson() throws Exception {
    answers(200, "{\"status\":\"successful\",\"sent\":$body}");
    JsonObject form = JsonObject.of("id", Json.of("me"));
    assertThat(web.post(page(""), form).object("sent")).hasValue(form);
  }

  @Test
  void theReasonOfARoomIsPassedOn() {
    answers(404, "{\"status\":\"failed\",\"error\":\"no such\\ninvite\"}");
    assertFails(Step.ACCEPT, "The room says: no such invite");
    answers(200, "{\"status\":\"failed\",\"error\":\"" + "x".repeat(500) + "\"}");
    assertFails(Step.ACCEPT, "The room says: " + "x".repeat(200) + "…");
  }

  @Test
  void whatAnswersWithoutSenseIsNoRoom() {
    answers(200, "<html>");
    assertFails(Step.ACCEPT, "What answers at that page is no room.");
    answers(500, "<html>");
    assertFails(Step.ACCEPT, "The room's page answered with an error (500).");
  }

  @Test
  void longAnswersAreNotReadToTheEnd() {
    answers(200, "{\"status\":\"successful\",\"x\":\"" + "x".repeat(100_000) + "\"}");
    assertFails(Step.WEB, "The room's page cannot be read.");
  }

  @Test
  void whoDoesNotListenIsToldSo() {
    URI nobody = page("");
    server.stop(0);
    assertThatThrownBy(() -> web.get(nobody)).hasMessage(Failure.PORT_CLOSED.sentence());
    assertThatThrownBy(() -> web.get(URI.create("https://nobody.invalid/")))
        .hasMessage(Failure.NAME_UNKNOWN.sentence());
  }

  @Test
  void theWayIsProtectedUnlessItIsShort() {
    assertThatThrownBy(() -> web.get(URI.create("http://room.example/")))
        .hasMessageContaining("not protected");
  }

  private void assertFails(Step step, String sentence) {
    assertThatThrownBy(() -> web.get(page("")))
        .hasMessage(sentence)
        .isInstanceOfSatisfying(RoomException.class, e -> assertThat(e.step()).isEqualTo(step));
  }

  private URI page(String rest) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + rest);
  }

  /// From now on, with what it was asked put in.
  private void answers(int withStatus, String withBody) {
    status = withStatus;
    template = withBody;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] body = template.replace("$query", query).replace("$body", sent).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
