package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An Item inside a record of another package")
class ItemWithAnyMapperTest {
  record Kept(Room room, List<Item> items, DeonticVerb verb) {}

  @Test
  void isReadAndWrittenByAnyMapper() throws Exception {
    ObjectMapper mapper = JsonMapper.builder().addModule(new ParameterNamesModule()).build();
    var kept =
        new Kept(
            Room.of("Loft", 8.5, 8),
            List.of(Message.of("hello"), SpatialAttitude.of(1, 0, 2, 90, 0, 0)),
            DeonticVerb.MAY_NOT);

    String json = mapper.writeValueAsString(kept);

    assertThat(json).contains("\"verb\":\"May Not\"", "\"Header\":\"MMM-MSG-V2.2\"");
    assertThat(mapper.readValue(json, Kept.class)).isEqualTo(kept);
  }
}
