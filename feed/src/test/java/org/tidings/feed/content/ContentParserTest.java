package org.tidings.feed.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.ref.SsbUri;

class ContentParserTest {
  private static final MessageId M = MessageId.of(new byte[32]);
  private static final FeedId F = FeedId.of(new byte[32]);
  private static final BlobId B = BlobId.of(new byte[32]);

  @Nested
  class Posts {
    @Test
    void aFieldOfTheWrongTypeIsAsGoodAsAbsent() {
      Post post = post("'text':7,'root':1,'branch':{'x':[]},'mentions':'x','channel':[]");
      assertThat(post.text()).isEmpty();
      assertThat(post.place()).isEqualTo(Place.ROOT);
      assertThat(post.channel()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'M'",
          "['M']",
          "{'link':'M'}",
          "[{'link':'M'}]",
          "{'0':'M'}",
          "[null,'M',3]",
          "'U'"
        })
    void aBranchMayStandAloneInAnArrayOrInAnObject(String branch) {
      assertThat(post("'root':'M','branch':" + branch).place())
          .isEqualTo(Place.after(M, List.of(M)));
    }

    @Test
    void mentionsOfEveryAgeAreRead() {
      List<Mention> mentions =
          post("'mentions':{'0':'F','1':{'link':'#tag'},'2':{'emoji':true,'name':'smile'},'3':{'link':'B?unbox=a"
                   + " b','name':'pic','size':1,'type':'image/png'},'4':null,'5':{'link':'B','query':"
                   + "{'unbox':'k'}}}")
              .mentions();
      assertThat(mentions)
          .containsExactly(
              new Mention(F.toString(), Optional.empty(), Map.of()),
              new Mention("#tag", Optional.empty(), Map.of()),
              new Mention(B.toString(), Optional.of("pic"), Map.of("unbox", "a+b"))
                  .describing(1, "image/png"),
              new Mention(B.toString(), Optional.empty(), Map.of("unbox", "k")));
      assertThat(mentions.getFirst().ref()).contains(F);
    }

    @Test
    void aForkAloneStandsWhereItDepartsFrom() {
      Place place = post("'fork':'M'").place();
      assertThat(place.root()).contains(M);
      assertThat(place.isRoot()).isFalse();
    }

    @Test
    void aSubThreadHasAFork() {
      Place place = post("'root':'M','fork':'M'").place();
      assertThat(place.fork()).contains(M);
      assertThat(place.isRoot()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'following':true, FOLLOW",
    "'following':true|'blocking':false, FOLLOW",
    "'following':false, NEUTRAL",
    "'blocking':false, NEUTRAL",
    "'following':'yes', NEUTRAL",
    "'following':1, NEUTRAL",
    "'blocking':true|'following':true, BLOCK",
    "'blocking':'', NEUTRAL",
    "'blocking':'x', BLOCK",
    "'blocking':0, NEUTRAL",
    "'blocking':[], BLOCK",
    "'flagged':{'reason':'spam'}, BLOCK",
    "'flagged':null|'following':true, FOLLOW"
  })
  void contactsHaveTheEdgeOfTheGraph(String fields, Edge edge) {
    String content = "{'type':'contact','contact':'F'," + fields.replace('|', ',') + "}";
    assertThat(parse(content)).isEqualTo(new Contact(F, edge));
  }

  @Test
  void votesAreUpDownOrNeither() {
    assertThat(parse("{'type':'vote','vote':{'link':'M','value':5,'expression':'dig'}}"))
        .isEqualTo(new Vote(M, 1, Optional.of("dig")));
    assertThat(parse("{'type':'vote','vote':{'link':'M','value':-0.5}}"))
        .isEqualTo(new Vote(M, -1, Optional.empty()));
    assertThat(parse("{'type':'vote','vote':{'link':'M','value':0,'expression':[]}}"))
        .isEqualTo(new Vote(M, 0, Optional.empty()));
  }

  @Test
  void anImageIsATextOrALink() {
    About expected = new About(F, Optional.empty(), Optional.of(B), Optional.empty());
    assertThat(parse("{'type':'about','about':'F','image':'B'}")).isEqualTo(expected);
    assertThat(parse("{'type':'about','about':'F','image':{'link':'B','size':1},'name':{}}"))
        .isEqualTo(expected);
  }

  @Test
  void aPubIsReadInEveryForm() {
    Content expected = parse("{'type':'pub','address':{'host':'a.com','port':8008,'key':'F'}}");
    assertThat(expected).isInstanceOf(Pub.class);
    assertThat(parse("{'type':'pub','address':{'host':'a.com','port':'8008','key':'F'}}"))
        .isEqualTo(expected);
    assertThat(parse("{'type':'pub','address':'a.com:8008:F'}")).isEqualTo(expected);
  }

  @Test
  void subscriptionsAreOfNormalisedChannels() {
    assertThat(parse("{'type':'channel','channel':'#Solar Punk','subscribed':true}"))
        .isEqualTo(new ChannelSubscription("solarpunk", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'vote'}",
        "{'type':'vote','vote':'x'}",
        "{'type':'vote','vote':{'link':'nonsense','value':1}}",
        "{'type':'vote','vote':{'link':'M','value':'1'}}",
        "{'type':'vote','vote':{'link':'F','value':1}}",
        "{'type':'contact','contact':'M','following':true}",
        "{'type':'about','name':'x'}",
        "{'type':'about','about':'nobody'}",
        "{'type':'pub','address':7}",
        "{'type':'pub','address':{'host':'a b','port':1e400x,'key':'F'}}",
        "{'type':'channel','channel':'#'}",
        "{'type':'chess_move'}",
        "{'type':7}",
        "{}",
        "[]",
        "null"
      })
  void whatCannotBeUnderstoodIsUnknown(String content) {
    assertThat(parse(content.replace("1e400x", "-1.5"))).isInstanceOf(Unknown.class);
  }

  @Test
  void textIsEncryptedContent() {
    assertThat(ContentParser.parse(Json.of("AAAA.box"))).isEqualTo(new Encrypted("AAAA.box"));
  }

  @Test
  void nothingAStrangerWritesThrows() {
    Random random = new Random(99);
    for (int i = 0; i < 20_000; i++) {
      Json content = anything(random, 4);
      assertThatCode(() -> ContentParser.parse(content))
          .as("%s", content)
          .doesNotThrowAnyException();
    }
  }

  private static Json anything(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonBool.TRUE;
      case 2 -> Json.of(random.nextDouble());
      case 3 -> Json.of(pick(random, M.toString(), F + "?a", B + "?unbox=%", "#", "", "net:~shs:"));
      case 4 -> Json.of(SsbUri.of(ContentParserTest.<Ref>pick(random, M, F, B)).toString());
      case 5 -> JsonArray.of(anything(random, depth - 1), anything(random, depth - 1));
      default -> someObject(random, depth - 1);
    };
  }

  private static Json someObject(Random random, int depth) {
    JsonObject object =
        JsonObject.of(
            "type", Json.of(pick(random, "post", "vote", "contact", "about", "pub", "channel")));
    String[] keys = {
      "text", "root", "branch", "fork", "mentions", "vote", "link", "value", "contact", "about",
      "name", "image", "address", "host", "port", "key", "channel", "subscribed", "query", "0"
    };
    for (int i = 0; i < 6; i++) {
      object = object.with(pick(random, keys), anything(random, depth));
    }
    return object;
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static Post post(String fields) {
    return (Post) parse("{'type':'post'," + fields + "}");
  }

  private static Content parse(String quoted) {
    String json =
        quoted
            .replace('\'', '"')
            .replace("\"M\"", "\"" + M + "\"")
            .replace("\"U\"", "\"" + SsbUri.of(M) + "\"")
            .replace("\"F\"", "\"" + F + "\"")
            .replace(":F\"", ":" + F + "\"")
            .replace("\"B", "\"" + B);
    try {
      return ContentParser.parse(Json.parse(json));
    } catch (JsonException broken) {
      throw new IllegalArgumentException(json, broken);
    }
  }
}
