package org.tidings.ui.completion;

import java.util.Locale;
import java.util.stream.Stream;
import org.tidings.feed.channel.ActiveChannel;
import org.tidings.feed.index.Mentionable;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.text.Letters;
import org.tidings.feed.text.NameWords;
import org.tidings.ui.common.Texts;
import org.tidings.ui.markdown.NamedLink;
import org.tidings.ui.text.EmojiIndex;
import org.tidings.ui.text.TextPieces;

/// Something that can stand in a text in the place of the word under way.
public sealed interface Choice {
  /// What stands in the text once it is chosen.
  String written();

  /// Whether it is meant by this beginning too, as far as can be seen here.
  boolean fits(String beginning);

  /// All of it in words, for a screen reader.
  String sentence();

  /// Somebody to mention.
  record Person(Mentionable who) implements Choice {
    /// Beside what one calls them.
    private static final int LONGEST_ASIDE = 24;

    @Override
    public String written() {
      return NamedLink.of(who.by().id(), who.name());
    }

    @Override
    public boolean fits(String beginning) {
      String words = NameWords.of(beginning);
      return Stream.of(who.by().name(), who.name())
          .flatMap(name -> NameWords.endings(name).stream())
          .anyMatch(end -> end.startsWith(words));
    }

    @Override
    public String sentence() {
      return who.by().name() + ", " + aside();
    }

    /// What tells them from others of the same name.
    String aside() {
      String id = who.by().id().toString().substring(0, FeedNumbers.SHORT_ID);
      boolean otherwise = !who.name().equals(who.by().name()) && !who.name().equals(id);
      return otherwise ? otherName() + "  " + id : id;
    }

    private String otherName() {
      return Letters.cut(TextPieces.onOneLine(who.name()), LONGEST_ASIDE);
    }
  }

  /// A channel to name.
  record Channel(ActiveChannel channel) implements Choice {
    @Override
    public String written() {
      return "#" + channel.channel().name();
    }

    @Override
    public boolean fits(String beginning) {
      String name = channel.channel().name().replace('_', '-');
      return ("-" + name).contains("-" + beginning.toLowerCase(Locale.ROOT));
    }

    @Override
    public String sentence() {
      return written() + ", " + aside();
    }

    String aside() {
      return channel.channel().isOurs()
          ? Texts.of("completion.subscribed")
          : Texts.of("channels.posts", channel.posts());
    }
  }

  /// An emoji.
  record Emoji(EmojiIndex.Named named) implements Choice {
    @Override
    public String written() {
      return named.emoji();
    }

    @Override
    public boolean fits(String beginning) {
      return named.begins(beginning);
    }

    @Override
    public String sentence() {
      return named.emoji() + ", " + name();
    }

    /// That by which it was found.
    String name() {
      return named.name().replace('_', ' ');
    }

    /// What it is called, where it was found by another word: many have the same.
    String aside() {
      String called = EmojiIndex.get().nameOf(named.emoji(), Texts.language());
      return called.equals(name()) ? "" : Letters.cut(called, Person.LONGEST_ASIDE);
    }
  }
}
