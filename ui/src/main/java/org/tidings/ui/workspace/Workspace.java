package org.tidings.ui.workspace;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.Replication;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.PagedRows;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.picture.Album;
import org.tidings.ui.spelling.DictionaryFile;
import org.tidings.ui.spelling.Spelling;
import org.tidings.ui.text.TextPieces;
import org.tidings.ui.transfer.Transfers;

/// What every screen works on. Thread-safe, but for navigator, notices, spelling and transfers,
/// which belong to the JavaFX thread.
///
/// @param notices what is told and asked above all screens
/// @param spelling by what is checked what is written
/// @param transfers files of messages
public record Workspace(
    WindowServices services,
    WindowEnvironment environment,
    Background background,
    Navigator navigator,
    Notices notices,
    Album album,
    Spelling spelling,
    Transfers transfers) {
  /// Of an address.
  private static final int LONGEST_SHOWN = 600;

  /// What one window works on; its spelling and pictures are to be closed with it. From
  /// now on nothing may ask the database on the JavaFX thread.
  public static Workspace of(
      WindowServices services,
      WindowEnvironment environment,
      Background background,
      Navigator navigator,
      Notices notices,
      Transfers transfers) {
    services.feeds().beforeWaiting(FxThread::refuse);
    Album album =
        Album.of(
            services.feeds(),
            services.replication().blobs(),
            background,
            environment.dialogs(),
            notices,
            environment.installation().dragged());
    Preferences preferences = environment.preferences();
    Spelling spelling =
        new Spelling(
            background,
            () -> DictionaryFile.in(environment.installation().dictionaries()),
            word -> preferences.change(now -> now.withSpelling(now.spelling().withWord(word))));
    spelling.follow(preferences.settingsProperty().map(WindowSettings::spelling), Texts.language());
    return new Workspace(
        services, environment, background, navigator, notices, album, spelling, transfers);
  }

  public Feeds feeds() {
    return services.feeds();
  }

  public Replication replication() {
    return services.replication();
  }

  /// Who we are.
  public FeedId self() {
    return feeds().identity().id();
  }

  /// By which ways others are reached, as the person has set it.
  public ObservableValue<Routes> routes() {
    return environment.preferences().settingsProperty().map(WindowSettings::routes);
  }

  /// Has others reached by other ways: that counts at once, and is kept.
  public void changeRoutes(UnaryOperator<Routes> change) {
    Routes next = change.apply(routes().getValue());
    environment.preferences().change(now -> now.withRoutes(next));
    background.inTurn(() -> replication().reachBy(next), () -> {}, notices::tell);
  }

  /// Opens a page in the browser, once the person has seen where it leads and agreed.
  public void leaveFor(String address) {
    String clean = TextPieces.clean(address);
    String shown = clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean;
    notices.ask(Question.of("leaving", false, () -> environment.browser().accept(address), shown));
  }

  /// A question to be asked again whenever something changed; what goes wrong is told above all
  /// screens.
  ///
  /// @param question as [Requery] takes it
  public <T> Requery<T> requery(Supplier<Callable<T>> question, Consumer<? super T> answer) {
    return new Requery<>(background, question, answer, notices::tell);
  }

  /// Rows that are read page by page; what goes wrong is told above all screens.
  ///
  /// @param key as [PagedRows] takes it
  public <T> PagedRows<T> pagedRows(PagedRows.Source<T> source, Function<? super T, ?> key) {
    return new PagedRows<>(background, source, key, notices::tell);
  }

  /// Runs `changed` on the screen thread after each event that `concerns` it, until closed.
  public Subscription follow(Predicate<FeedEvent> concerns, Runnable changed) {
    return feeds()
        .events()
        .subscribe(
            event -> {
              if (concerns.test(event)) {
                background.onScreen(changed);
              }
            });
  }

  /// Runs `changed` on the screen thread after changes in how others are reached, until
  /// closed.
  public Subscription followReplication(Runnable changed) {
    return replication().onChange(() -> background.onScreen(changed));
  }

  /// Runs `changed` on the screen thread after each event that may change what there is to see of
  /// anybody's posts, until closed.
  public Subscription followPosts(Runnable changed) {
    return follow(event -> concerns(event, type -> true), changed);
  }

  /// As [#followPosts], where only messages of these types show; the empty one stands for those
  /// that are private.
  public Subscription followTypes(Set<String> types, Runnable changed) {
    return follow(event -> concerns(event, types::contains), changed);
  }

  /// As [#followPosts]; `gone` runs instead after each event after which posts of anybody may be
  /// gone, however old they are.
  public Subscription followPosts(Runnable changed, Runnable gone) {
    return follow(type -> true, changed, gone);
  }

  /// As [#followTypes]; `gone` as in [#followPosts].
  public Subscription followTypes(Set<String> types, Runnable changed, Runnable gone) {
    return follow(types::contains, changed, gone);
  }

  private Subscription follow(Predicate<String> types, Runnable changed, Runnable gone) {
    Subscription removals = follow(Workspace::mayRemove, gone);
    Subscription others = follow(event -> !mayRemove(event) && concerns(event, types), changed);
    return () -> {
      removals.close();
      others.close();
    };
  }

  private static boolean mayRemove(FeedEvent event) {
    return event instanceof FeedEvent.GraphChanged || event instanceof FeedEvent.FeedDropped;
  }

  private static boolean concerns(FeedEvent event, Predicate<String> types) {
    return switch (event) {
      case FeedEvent.MessagesAppended(var messages) ->
          messages.stream().map(FeedEvent.Appended::type).anyMatch(types);
      case FeedEvent.MessagesDecrypted read -> types.test("");
      case FeedEvent.EarlyArrived early -> types.test("post");
      case FeedEvent.GraphChanged changed -> true;
      case FeedEvent.IndexesProgressed further -> true;
      case FeedEvent.FeedDropped dropped -> true;
      case FeedEvent.FeedHealed healed -> true;
      case FeedEvent.BlobStored stored -> false;
      case FeedEvent.PublishingChanged changed -> false;
      case FeedEvent.FeedDamaged damaged -> false;
    };
  }
}
