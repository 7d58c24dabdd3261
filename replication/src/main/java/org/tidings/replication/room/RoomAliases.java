package org.tidings.replication.room;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.feed.Identity;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.feed.told.Told;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.room.RoomException.Step;

/// What a person does about aliases in rooms: has one, gives it up, and meets somebody by theirs
/// (protocol reference, section 8.9). Each call waits for what it does. Thread-safe.
public final class RoomAliases {
  private static final Method REGISTER = Method.async("room.registerAlias");
  private static final Method LIST = Method.async("room.listAliases");
  private static final int MOST_LISTED = 100;
  private static final Method REVOKE = Method.async("room.revokeAlias");

  private final Identity self;
  private final RoomDesk desk;
  private final RoomDesk.Calls calls;
  private final RoomWeb web;

  public RoomAliases(Identity self, RoomDesk desk, RoomDesk.Calls calls, RoomWeb web) {
    this.self = self;
    this.desk = desk;
    this.calls = calls;
    this.web = web;
  }

  /// Has the room know us by that name; the answer is the page where others find us.
  ///
  /// @throws RoomException saying why not
  public String register(FeedId room, String alias) throws RoomException, InterruptedException {
    if (!Alias.isName(alias)) {
      throw new RoomException(Step.READ, RoomFault.NO_NAME);
    }
    String signature = SignedText.alias(room, self.id(), alias).signedBy(self.keys());
    return desk.enter(room).ask(REGISTER, Json.of(alias), Json.of(signature));
  }

  /// The names by which the room knows us, at most 100.
  ///
  /// @throws RoomException saying why not; rooms need not tell
  public List<String> list(FeedId room) throws RoomException, InterruptedException {
    return desk.enter(room).askForTexts(LIST, Json.of(self.id().toString())).stream()
        .filter(Alias::isName)
        .limit(MOST_LISTED)
        .toList();
  }

  /// Gives an alias up.
  ///
  /// @throws RoomException saying why not
  public void revoke(FeedId room, String alias) throws RoomException, InterruptedException {
    desk.enter(room).ask(REVOKE, Json.of(alias));
  }

  /// Meets somebody by their alias: a page such as `https://alice.room.example`, or the `ssb:` link
  /// on it. Returns when they have answered in the room; when it does not come to that, a room that
  /// was not known before is left again.
  ///
  /// @throws RoomException saying how far it came
  public Alias meet(String link) throws RoomException, InterruptedException {
    return meet(link, step -> {});
  }

  /// The same, telling each step that begins.
  public Alias meet(String link, Consumer<Step> begins) throws RoomException, InterruptedException {
    begins.accept(Step.READ);
    Alias alias = read(link.strip(), begins);
    if (alias.user().equals(self.id())) {
      throw new RoomException(Step.READ, RoomFault.OWN_ALIAS);
    }
    Runnable takeBack = calls.takingBack(alias.room());
    boolean isMet = false;
    try {
      reach(alias, begins);
      isMet = true;
      return alias;
    } finally {
      if (!isMet) {
        takeBack.run();
      }
    }
  }

  private void reach(Alias alias, Consumer<Step> begins)
      throws RoomException, InterruptedException {
    desk.enter(alias.room(), begins);
    try {
      begins.accept(Step.ASK);
      calls.connect(alias.way());
    } catch (IOException e) {
      throw new RoomException(
          Step.ASK,
          Told.of(
              RoomFault.ABSENT, alias.name().isEmpty() ? alias.user().toString() : alias.name()),
          e);
    }
  }

  private Alias read(String link, Consumer<Step> begins)
      throws RoomException, InterruptedException {
    return alias(link, begins).orElseThrow(() -> new RoomException(Step.READ, RoomFault.UNSIGNED));
  }

  private Optional<Alias> alias(String link, Consumer<Step> begins)
      throws RoomException, InterruptedException {
    if (link.startsWith("ssb:")) {
      return SsbUri.parse(link).flatMap(Alias::in);
    }
    URI page = page(link);
    begins.accept(Step.WEB);
    return Alias.in(web.get(page));
  }

  /// People write them without `https://`, too.
  private static URI page(String link) throws RoomException {
    try {
      URI page = new URI(link.contains("://") ? link : "https://" + link);
      if (RoomWeb.mayAsk(page)) {
        return page;
      }
    } catch (URISyntaxException e) {
      throw new RoomException(Step.READ, Told.of(RoomFault.NO_ALIAS), e);
    }
    throw new RoomException(Step.READ, RoomFault.NO_ALIAS);
  }
}
