package org.tidings.replication.room;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Routes;

/// Asks the web side of rooms, in JSON (protocol reference, sections 8.9 and 8.10): only with TLS,
/// except on this machine, for at most 15 seconds, and for answers of at most 64 KiB. Thread-safe.
public final class RoomWeb {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int LARGEST = 64 * 1024;
  private static final int LONGEST_REASON = 200;
  private static final String JSON = "application/json";

  private final Supplier<Routes> routes;

  /// @param routes by which way hosts are reached; pages only directly
  public RoomWeb(Supplier<Routes> routes) {
    this.routes = routes;
  }

  /// Whether such an address may be asked at all.
  static boolean mayAsk(URI page) {
    String scheme = Optional.ofNullable(page.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    return !host(page).isEmpty()
        && (scheme.equals("https") || (scheme.equals("http") && isHere(page)));
  }

  /// Whether that is on this machine.
  static boolean isHere(URI page) {
    String host = host(page);
    return host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]");
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
    return ask(request(URI.create(text)).GET());
  }

  /// The answer to a form.
  ///
  /// @throws RoomException saying why there is none
  JsonObject post(URI to, JsonObject form) throws RoomException, InterruptedException {
    return ask(
        request(to)
            .header("Content-Type", JSON)
            .POST(HttpRequest.BodyPublishers.ofByteArray(JsonWriter.compact(form))));
  }

  private HttpRequest.Builder request(URI page) throws RoomException {
    if (!mayAsk(page)) {
      throw new RoomException(Step.WEB, "The room's page is not protected, so it is not asked.");
    }
    Optional<Failure> objection = routes.get().objectionToWeb(page.getHost());
    if (objection.isPresent()) {
      throw new RoomException(Step.WEB, objection.get().sentence());
    }
    return HttpRequest.newBuilder(page).header("Accept", JSON).timeout(PATIENCE);
  }

  private static JsonObject ask(HttpRequest.Builder request)
      throws RoomException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      Future<HttpResponse<byte[]>> answer =
          client.sendAsync(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
      return read(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new RoomException(Step.WEB, sentence(e.getCause() == null ? e : e.getCause()), e);
    } catch (TimeoutException e) {
      throw new RoomException(Step.WEB, Failure.TIMEOUT.sentence(), e);
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
      throw new RoomException(Step.ACCEPT, "The room says: " + brief(error.get()));
    }
    if (response.statusCode() / 100 != 2) {
      throw new RoomException(
          Step.ACCEPT,
          "The room's page answered with an error (%d).".formatted(response.statusCode()));
    }
    return body.orElseThrow(
        () -> new RoomException(Step.ACCEPT, "What answers at that page is no room."));
  }

  private static Optional<JsonObject> parse(byte[] body) {
    try {
      return Json.parse(body).asObject();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /// What a room says, short enough to be shown.
  static String brief(String reason) {
    String line = reason.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }

  private static String sentence(Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException slow -> Failure.TIMEOUT.sentence();
      case ConnectException unknown when isUnknownName(unknown) -> Failure.NAME_UNKNOWN.sentence();
      case ConnectException closed -> Failure.PORT_CLOSED.sentence();
      case SSLException untrusted ->
          "The room's page cannot prove that it is the one the link names.";
      default -> "The room's page cannot be read.";
    };
  }

  private static boolean isUnknownName(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(UnresolvedAddressException.class::isInstance);
  }
}
