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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NameLookup;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;
import org.tidings.replication.transport.SystemProxies;

/// What the web side of a room may answer.
class RoomWebTest {
  private static final Routes LOCAL_ONLY = new Routes(Optional.empty(), true);
  private static final Routes PROXIED =
      new Routes(Optional.of(new SocksProxy("127.0.0.1", 9050)), false);

  private final RoomWeb web = new RoomWeb(() -> Routes.DIRECT, new NameLookup());
  private HttpServer server;
  private volatile int status;
  private volatile String template = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.createContext("/leads", RoomWebTest::leadOn);
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
  void noProxyOfTheSystemIsAskedFor() throws Exception {
    answers(200, "{\"status\":\"successful\"}");
    try (SystemProxies proxies = new SystemProxies()) {
      web.get(page(""));
      assertThat(proxies.asked()).isEmpty();
    }
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
    assertFails(Step.ACCEPT, "The page of the room answered with an error (500).");
  }

  @Test
  void longAnswersAreNotReadToTheEnd() {
    answers(200, "{\"status\":\"successful\",\"x\":\"" + "x".repeat(100_000) + "\"}");
    assertFails(Step.WEB, "The page of the room cannot be read.");
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

  @Test
  void onlyThisMachineMayGoUnprotected() {
    for (String elsewhere : new String[] {"http://127.example.com/", "http://192.168.1.7/"}) {
      assertThat(RoomWeb.mayAsk(URI.create(elsewhere))).as(elsewhere).isFalse();
    }
    for (String here : new String[] {"http://127.0.0.1/", "http://[::1]/", "http://localhost/"}) {
      assertThat(RoomWeb.mayAsk(URI.create(here))).as(here).isTrue();
    }
  }

  @Test
  void aPageMayLeadOn() throws Exception {
    answers(200, "{\"status\":\"successful\",\"asked\":\"$query\",\"sent\":\"$body\"}");
    assertThat(web.get(page("leads?to=/there%3Fa=b")).string("asked")).hasValue("a=b");
    assertThat(web.post(page("leads?to=/there"), JsonObject.of()).string("sent")).hasValue("");
    assertThat(web.post(page("leads?with=form&to=/there"), JsonObject.of()).string("sent"))
        .hasValue("{}");
    assertThatThrownBy(() -> web.get(page("leads?to=/leads"))).hasMessageContaining("on and on");
  }

  @Test
  void noPageLeadsAwayFromTheLocalNetworkWhereThatIsAll() {
    RoomWeb local = new RoomWeb(() -> LOCAL_ONLY, onlyHere());
    assertThatThrownBy(() -> local.get(page("leads?to=https://room.example/")))
        .hasMessage(Failure.LOCAL_ONLY.sentence());
  }

  @Test
  void aPageIsNotAskedByANameThatTheSystemCouldAskForElsewhere() {
    for (Routes routes : new Routes[] {LOCAL_ONLY, PROXIED}) {
      RoomWeb local = new RoomWeb(() -> routes, onlyHere());
      assertThatThrownBy(() -> local.get(URI.create("https://room.local/")))
          .hasMessage(Failure.NAME_NOT_ASKED.sentence());
    }
  }

  @Test
  void noPageLeadsIntoTheLocalNetworkFromOutside() throws Exception {
    answers(200, "{\"status\":\"successful\"}");
    String leads = page("leads?to=" + page("")).toString();
    URI far = URI.create(leads.replaceFirst("127.0.0.1", "localhost"));
    RoomWeb outside =
        new RoomWeb(
            () -> Routes.DIRECT,
            new NameLookup(host -> addresses(host.equals("localhost") ? "192.0.2.1" : host)));
    assertThatThrownBy(() -> outside.get(far)).hasMessageContaining("your own network");
    assertThat(web.get(far).string("status")).as("from here to here").hasValue("successful");
  }

  private static NameLookup onlyHere() {
    return new NameLookup(
        host -> {
          assertThat(host).isEqualTo("127.0.0.1");
          return addresses(host);
        });
  }

  private static InetAddress[] addresses(String literal) {
    return new InetAddress[] {InetAddress.ofLiteral(literal)};
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

  private static void leadOn(HttpExchange exchange) throws IOException {
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("to=/leads");
    String there = query.replaceFirst(".*to=", "").replaceFirst("&encoding=json$", "");
    exchange.getResponseHeaders().add("Location", there);
    exchange.sendResponseHeaders(query.startsWith("with=form") ? 307 : 302, -1);
    exchange.close();
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
