package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;

class UpkeepProgressTest {

  private static String told(String progress) throws JsonException {
    return UpkeepProgress.sentence(Json.parse(progress).asObject().orElseThrow());
  }

  @Test
  void buildsAreToldTogether() throws JsonException {
    assertThat(
            told(
                "{\"indexing\":[{\"name\":\"search\",\"done\":50,\"total\":200},"
                    + "{\"name\":\"votes\",\"done\":150,\"total\":200}]}"))
        .isEqualTo("Building 2 indexes: 50 %");
  }

  @Test
  void whatWaitsForABuildIsNotSaidToHaveBegun() throws JsonException {
    assertThat(
            told(
                "{\"indexing\":[{\"name\":\"search\",\"done\":0,\"total\":0}],"
                    + "\"messages\":3}"))
        .isEqualTo("Building an index: 0 %; 3 messages to drop after that");
  }

  @Test
  void aFileThatIsWrittenAnewIsNoLongerGivenBackInParts() throws JsonException {
    assertThat(told("{\"messages\":0,\"free\":0,\"indexing\":[],\"packing\":true}"))
        .isEqualTo("The database is written anew");
  }

  @Test
  void whereNothingIsLeftNothingIsSaid() throws JsonException {
    assertThat(told("{\"messages\":0,\"free\":0,\"indexing\":[]}")).isEmpty();
  }
}
