package org.tidings.feed.ref;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Links, URIs, channels and references in running text: the examples of the protocol reference.
class LinkTest {
  private static final String FEED = "@A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=.ed25519";
  private static final String MESSAGE = "%RHsN8lxFkBxIl8Z6uQ8jNftgn+Ee1TbOe74jENnrs28=.sha256";
  private static final String DATA = "RHsN8lxFkBxIl8Z6uQ8jNftgn-Ee1TbOe74jENnrs28=";

  @Nested
  class Uris {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "ssb:message/classic/", "ssb:message:classic:", "ssb://message/classic/",
          "ssb:message/sha256/", "ssb:message:sha256:", "ssb://message/sha256/"
        })
    void allSpellingsAreOneMessage(String prefix) {
      assertThat(Ref.parse(prefix + DATA)).contains(MessageId.parse(MESSAGE).orElseThrow());
    }

    @Test
    void idsAreWrittenInTheUsualSpelling() {
      assertThat(SsbUri.of(MessageId.parse(MESSAGE).orElseThrow()))
          .hasToString("ssb:message/classic/" + DATA);
      assertThat(SsbUri.of(FeedId.parse(FEED).orElseThrow()))
          .hasToString("ssb:feed/classic/A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=");
    }

    @Test
    void anAddressIsInTheQuery() {
      assertThat(
              SsbUri.parse("ssb:address/multiserver?multiserverAddress=net%3Ahost%3A8008~shs%3Akey")
                  .flatMap(SsbUri::multiserverAddress))
          .contains("net:host:8008~shs:key");
    }

    @ParameterizedTest
    @CsvSource({
      "ssb:feed/bendybutt-v1/AAAA, BENDY_BUTT",
      "ssb:feed/buttwoo-v1/AAAA/BBBB, BUTTWOO",
      "ssb:feed:gabbygrove-v1:AAAA, GABBY_GROVE",
      "ssb://feed/indexed-v1/AAAA, INDEXED",
      "@AAAA.ggfeed-v1, GABBY_GROVE",
      "@AAAA.bbfeed-v1, BENDY_BUTT"
    })
    void feedsOfOtherFormatsAreRecognised(String id, FeedFormat format) {
      assertThat(FeedFormat.ofForeign(id)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {FEED, "ssb:feed/classic/AAAA", "ssb:message/bendybutt-v1/AAAA", "", "x"})
    void otherIdsAreOfNoForeignFormat(String id) {
      assertThat(FeedFormat.ofForeign(id)).isEmpty();
    }
  }

  @Nested
  class Queries {
    @Test
    void spacesInKeysWereOncePlus() {
      assertThat(RefLink.parse(MESSAGE + "?unbox=a+b%2Fc=.boxs").orElseThrow().query())
          .containsEntry("unbox", "a+b/c=.boxs");
    }

    @Test
    void malformedEscapesStandAsTheyAre() {
      assertThat(RefLink.parse(MESSAGE + "?a=%zz&b=%&c=%ff&&d").orElseThrow().query())
          .containsEntry("a", "%zz")
          .containsEntry("b", "%")
          .containsEntry("c", "%ff")
          .containsEntry("d", "");
    }

    @Test
    void anIdThatIsNotCanonicalIsALinkToNothing() {
      RefLink link = RefLink.parse(MESSAGE.replace("28=", "29=")).orElseThrow();
      assertThat(link.ref()).isEmpty();
    }
  }

  @Nested
  class RunningText {
    @Test
    void everyReferenceIsFoundInOrder() {
      String text = "see " + FEED + ", ssb:message/classic/" + DATA + "; (" + MESSAGE + ")";
      MessageId message = MessageId.parse(MESSAGE).orElseThrow();
      assertThat(RefExtractor.refs(text))
          .containsExactly(FeedId.parse(FEED).orElseThrow(), message, message);
    }

    @Test
    void textWithoutReferencesHasNone() {
      assertThat(RefExtractor.refs("mail me @home, 100% & more, ssb:message/classic/short="))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'#Hello World', helloworld",
    "'Über Café', übercafé",
    "'##tag!?', tag",
    "'(a)[b]<c>', abc",
    "under_score, under_score",
    "ssb-dev, ssb-dev",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  })
  void channelNamesAreComparedInOneForm(String name, String normal) {
    assertThat(ChannelName.normalise(name)).contains(normal);
  }
}
