package org.tidings.replication.room;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;

/// What is asked of a page, in JSON, here and wherever it may lead. Immutable.
///
/// @param form what is sent; empty where something is only read
record WebQuestion(URI page, Optional<JsonObject> form) {
  private static final String JSON = "application/json";
  private static final Set<Integer> LEADS_ON = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> WITH_THE_FORM = Set.of(307, 308);

  HttpRequest request(Duration atMost) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page).header("Accept", JSON).timeout(atMost);
    return form.map(
            sent ->
                request
                    .header("Content-Type", JSON)
                    .POST(BodyPublishers.ofByteArray(JsonWriter.compact(sent))))
        .orElseGet(request::GET)
        .build();
  }

  /// The same asked of the page that this one leads to; empty when it answers by itself.
  Optional<WebQuestion> after(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .filter(there -> LEADS_ON.contains(answer.statusCode()))
        .flatMap(this::resolve)
        .map(
            next ->
                new WebQuestion(
                    next, form.filter(sent -> WITH_THE_FORM.contains(answer.statusCode()))));
  }

  private Optional<URI> resolve(String location) {
    try {
      return Optional.of(page.resolve(location));
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }
}
