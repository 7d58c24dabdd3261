package org.tidings.feed.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// The contents we write: their exact fields, in their usual order.
class PublishableTest {
  private static final MessageId M = MessageId.of(new byte[32]);
  private static final MessageId N = MessageId.of(filled(1));
  private static final FeedId F = FeedId.of(new byte[32]);
  private static final BlobId B = BlobId.of(new byte[32]);

  @Test
  void aPostThatMentionsNobodyIsTypeAndText() {
    assertThat(Post.root("hello").toJson()).hasToString("{\"type\":\"post\",\"text\":\"hello\"}");
  }

  @Test
  void mentionsAreReadFromTheText() {
    assertThat(Post.root("hi [@bob](" + F + ") #ssb ![p](" + B + "?unbox=k)").toJson().toString())
        .endsWith(
            "\"mentions\":[{\"link\":\"%s\",\"name\":\"bob\"},{\"link\":\"#ssb\"},".formatted(F)
                + "{\"link\":\"%s\",\"query\":{\"unbox\":\"k\"},\"name\":\"p\"}]}".formatted(B));
  }

  @Test
  void aReplyNamesItsRootAndOneBranchOrSeveral() {
    assertThat(Post.reply("yes", M, List.of(N)).toJson())
        .hasToString(
            "{\"type\":\"post\",\"text\":\"yes\",\"root\":\"%s\",\"branch\":\"%s\"}"
                .formatted(M, N));
    assertThat(Post.reply("yes", M, List.of(M, N)).toJson().toString())
        .endsWith("\"branch\":[\"%s\",\"%s\"]}".formatted(M, N));
  }

  @Test
  void contactsSayBothThings() {
    assertThat(Contact.follow(F).toJson())
        .hasToString(
            "{\"type\":\"contact\",\"contact\":\"%s\",\"following\":true,\"blocking\":false}"
                .formatted(F));
    assertThat(Contact.unfollow(F).toJson().toString())
        .endsWith("\"following\":false,\"blocking\":false}");
    assertThat(Contact.block(F).toJson().toString())
        .endsWith("\"following\":false,\"blocking\":true}");
  }

  @Test
  void aVoteHoldsLinkValueAndExpression() {
    assertThat(Vote.like(M).toJson())
        .hasToString(
            "{\"type\":\"vote\",\"vote\":{\"link\":\"%s\",\"value\":1,\"expression\":\"Like\"}}"
                .formatted(M));
  }

  @Test
  void anAboutSaysOnlyWhatItHas() {
    assertThat(About.name(F, "Alice").toJson())
        .hasToString("{\"type\":\"about\",\"about\":\"%s\",\"name\":\"Alice\"}".formatted(F));
  }

  static Stream<Content.Publishable> contents() {
    return Stream.of(
        new ChannelSubscription("solarpunk", true),
        new ChannelSubscription("solarpunk", false),
        Post.root("hi [@bob](" + F + ") ![](" + B + "?unbox=a%2Bb)"),
        Post.reply("", M, List.of(M, N)),
        new Post(
            "x",
            new Place(Optional.of(M), List.of(N), Optional.of(N)),
            List.of(Mention.of(M, "that")),
            Optional.of("solarpunk"),
            Optional.of("spoiler")),
        Vote.unlike(M),
        new Vote(M, -1, Optional.empty()),
        Contact.follow(F),
        Contact.unfollow(F),
        Contact.block(F),
        new About(F, Optional.of("n"), Optional.of(B), Optional.of("d")),
        new About(M, Optional.empty(), Optional.empty(), Optional.of("d")));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void whatWeWriteWeReadBack(Content.Publishable content) {
    assertThat(ContentParser.parse(content.toJson())).isEqualTo(content);
  }

  private static byte[] filled(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
