package org.tidings.replication.room;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NameLookup;
import org.tidings.replication.transport.Patience;
import org.tidings.replication.transport.Routes;

/// Asks the web side of rooms, in JSON (protocol reference, sections 8.9 and 8.10): only with TLS,
/// except on this machine, for at most 15 seconds, and for answers of at most 64 KiB. Where a page
/// leads on, the next is asked as if by itself, five times at most, and never into the local
/// network from outside. Thread-safe.
public final class RoomWeb {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_PAGES = 5;
  private static final int LARGEST = 64 * 1024;

  private final Supplier<Routes> routes;
  private final NameLookup names;

  /// @param routes by which way hosts are reached; pages only directly
  /// @param names what hosts stand for
  public RoomWeb(Supplier<Routes> routes, NameLookup names) {
    this.routes = routes;
    this.names = names;
  }

  /// Whether such an address may be asked at all.
  static boolean mayAsk(URI page) {
    String scheme = Optional.ofNullable(page.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    return !host(page).isEmpty()
        && (scheme.equals("https") || (scheme.equals("http") && isHere(page)));
  }

  /// Whether that is on this machine.
  static boolean isHere(URI page) {
    return host(page).equals("localhost") || Routes.isThisMachine(host(page));
  }

  /// Without the brackets around an address of IPv6.
  private static String bare(URI page) {
    return host(page).replaceAll("[\\[\\]]", "");
  }

  private static String host(URI page) {
    return Optional.ofNullable(page.getHost()).orElse("").toLowerCase(Locale.ROOT);
  }

  /// The answer in JSON of a page that people open in a browser.
  ///
  /// @throws RoomException saying why there is none
  JsonObject get(URI page) throws RoomException, InterruptedException {
    String separator = page.getRawQuery() == null ? "?" : "&";
    String text = page.toString().replaceFirst("#.*", "") + separator + "encoding=json";
    return ask(new WebQuestion(URI.create(text), Optional.empty()));
  }

  /// The answer to a form.
  ///
  /// @throws RoomException saying why there is none
  JsonObject post(URI to, JsonObject form) throws RoomException, InterruptedException {
    return ask(new WebQuestion(to, Optional.of(form)));
  }

  private JsonObject ask(WebQuestion question) throws RoomException, InterruptedException {
    Patience patience = Patience.of(PATIENCE);
    Optional<WebQuestion> next = Optional.of(question);
    boolean mayBeNear = true;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      WebQuestion now = next.get();
      mayBeNear = isNear(now.page(), mayBeNear, patience);
      HttpResponse<byte[]> answer = send(now.request(patience.left()), patience);
      next = now.after(answer);
      if (next.isEmpty()) {
        return read(answer);
      }
    }
    throw new RoomException(Step.WEB, RoomFault.LEADS_ON);
  }

  /// Whether that page is on the local network.
  ///
  /// @throws RoomException when it must not be asked
  private boolean isNear(URI page, boolean mayBe, Patience patience) throws RoomException {
    if (!mayAsk(page)) {
      throw new RoomException(Step.WEB, RoomFault.UNPROTECTED);
    }
    Optional<Failure> objection = routes.get().objectionToWeb(page.getHost());
    if (objection.isPresent()) {
      throw new RoomException(Step.WEB, objection.get());
    }
    List<InetAddress> targets = targets(page, patience);
    if (!targets.stream().allMatch(routes.get()::lets)) {
      throw new RoomException(Step.WEB, Failure.LOCAL_ONLY);
    }
    boolean isNear = targets.stream().anyMatch(Routes::isNear);
    if (isNear && !mayBe) {
      throw new RoomException(Step.WEB, RoomFault.LEADS_HOME);
    }
    return isNear;
  }

  /// The system keeps what it has looked up for a while: these are the addresses that are called.
  private List<InetAddress> targets(URI page, Patience patience) throws RoomException {
    try {
      return List.of(names.find(bare(page), routes.get(), patience.left()));
    } catch (ConnectionFailedException unknown) {
      throw new RoomException(Step.WEB, Told.of(unknown.failure()), unknown);
    }
  }

  private static HttpResponse<byte[]> send(HttpRequest request, Patience patience)
      throws RoomException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    try {
      Future<HttpResponse<byte[]>> answer =
          client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
      return answer.get(patience.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new RoomException(Step.WEB, Told.of(fault(e.getCause() == null ? e : e.getCause())), e);
    } catch (TimeoutException e) {
      throw new RoomException(Step.WEB, Told.of(Failure.TIMEOUT), e);
    } finally {
      client.shutdownNow();
    }
  }

  private static JsonObject read(HttpResponse<byte[]> response) throws RoomException {
    Optional<JsonObject> body = parse(response.body());
    Optional<String> error =
        body.filter(answer -> !answer.string("status").orElse("").equals("successful"))
            .flatMap(answer -> answer.string("error"));
    if (error.isPresent()) {
      throw new RoomException(Step.ACCEPT, Told.of(RoomFault.SAYS, RpcError.brief(error.get())));
    }
    if (response.statusCode() / 100 != 2) {
      throw new RoomException(
          Step.ACCEPT, Told.of(RoomFault.PAGE_FAILED, Integer.toString(response.statusCode())));
    }
    return body.orElseThrow(() -> new RoomException(Step.ACCEPT, RoomFault.NO_ROOM_PAGE));
  }

  private static Optional<JsonObject> parse(byte[] body) {
    try {
      return Json.parse(body).asObject();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Worded fault(Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException slow -> Failure.TIMEOUT;
      case ConnectException closed -> Failure.PORT_CLOSED;
      case SSLException untrusted -> RoomFault.UNPROVEN;
      default -> RoomFault.UNREADABLE;
    };
  }
}
