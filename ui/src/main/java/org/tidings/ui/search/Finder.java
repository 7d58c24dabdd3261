package org.tidings.ui.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidings.feed.Feeds;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.search.SearchPage;
import org.tidings.feed.text.Words;

/// Finds what somebody may mean by what they typed. Thread-safe; asks the database, so never on the
/// JavaFX thread.
final class Finder {
  private static final int MOST_PEOPLE = 5;
  private static final int MOST_CHANNELS = 4;
  private static final int MOST_COMMANDS = 4;
  private static final int POSTS = 20;

  /// One letter begins half of all words; where words are not parted by spaces it is one.
  private static final int LEAST_LETTERS = 2;

  private final Feeds feeds;
  private final List<Command> commands;

  Finder(Feeds feeds, List<Command> commands) {
    this.feeds = feeds;
    this.commands = List.copyOf(commands);
  }

  /// What can be done while nothing is typed.
  List<Finding> everything() {
    return commands.stream().<Finding>map(Finding.Doing::new).toList();
  }

  Found find(Typed typed) {
    Optional<Finding> link = link(typed);
    if (link.isPresent()) {
      return new Found(List.of(link.get()));
    }
    List<Finding> findings = new ArrayList<>();
    if (typed.isPage()) {
      findings.add(new Finding.Address(typed.text()));
    }
    if (!typed.hasFilter()) {
      findings.addAll(byName(typed));
    }
    if (typed.isName() || isTooShort(typed.bare())) {
      return new Found(findings);
    }
    boolean isBehind = feeds.search().isBehind();
    SearchPage posts = posts(typed, Optional.empty());
    findings.addAll(of(posts));
    return new Found(findings, posts.next(), posts.unclear(), isBehind);
  }

  private static boolean isTooShort(String bare) {
    return bare.length() < LEAST_LETTERS && bare.codePoints().noneMatch(Words::standsAlone);
  }

  /// The posts of the next page.
  Found more(Typed typed, SearchPage.Next next) {
    SearchPage posts = posts(typed, Optional.of(next));
    return new Found(of(posts), posts.next(), posts.unclear(), false);
  }

  private SearchPage posts(Typed typed, Optional<SearchPage.Next> next) {
    return feeds.search().posts(typed.query(ZoneId.systemDefault()), next, POSTS);
  }

  private static List<Finding> of(SearchPage posts) {
    return posts.hits().stream().<Finding>map(Finding.OfPost::new).toList();
  }

  private List<Finding> byName(Typed typed) {
    List<Finding> findings = new ArrayList<>();
    if (!typed.isName() && !typed.isChannel()) {
      commands.stream()
          .filter(command -> command.isMeant(typed.text()))
          .limit(MOST_COMMANDS)
          .forEach(command -> findings.add(new Finding.Doing(command)));
    }
    if (!typed.isChannel() && !typed.bare().isBlank()) {
      findings.addAll(people(feeds.profiles().named(typed.bare(), MOST_PEOPLE)));
    }
    if (!typed.isName() && !typed.bare().isBlank()) {
      feeds
          .channels()
          .named(typed.bare(), MOST_CHANNELS)
          .forEach(channel -> findings.add(new Finding.Channel(channel)));
    }
    return findings;
  }

  private List<Finding> people(List<Byline> found) {
    Map<String, Long> called =
        found.stream().collect(Collectors.groupingBy(Byline::name, Collectors.counting()));
    return found.stream().map(by -> person(by, called.getOrDefault(by.name(), 0L) > 1)).toList();
  }

  private Finding person(Byline by, boolean hasNamesake) {
    return new Finding.Person(by, feeds.graph().relationship(by.id()), hasNamesake);
  }

  private Optional<Finding> link(Typed typed) {
    return typed.isInvite()
        ? Optional.of(new Finding.Address(typed.text()))
        : typed
            .blob()
            .<Finding>map(Finding.Picture::new)
            .or(() -> typed.ref().map(this::leadingTo))
            .or(() -> elsewhere(typed));
  }

  private Finding leadingTo(Ref ref) {
    return switch (ref) {
      case FeedId feed -> person(feeds.profiles().byline(feed), false);
      case MessageId message -> new Finding.Message(message);
      case BlobId blob -> new Finding.Picture(BlobLink.to(blob));
    };
  }

  private static Optional<Finding> elsewhere(Typed typed) {
    if (typed.isAddress()) {
      return Optional.of(new Finding.Address(typed.text()));
    }
    return typed.isUri()
        ? Optional.of(new Finding.Unopenable("search.link.unknown"))
        : Optional.empty();
  }
}
