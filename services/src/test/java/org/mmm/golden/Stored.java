package org.mmm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.mmm.journal.CborCopy;

/**
 * What is stored once is read for ever: each file is one record as it is written, as JSON. A file
 * is never changed; a record that gets a field gets a second file beside the first.
 */
public final class Stored {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private Stored() {}

  /**
   * The value is written as its file says, is read from it, and comes back from the journal's own
   * form.
   *
   * @param root the type by which it is written
   */
  public static <T> void isAsItsFileSays(Class<T> root, T value) throws IOException {
    String name = value.getClass().getSimpleName() + ".json";
    String now = JSON.writerFor(root).writeValueAsString(value);
    try (var file = root.getResourceAsStream(name)) {
      assertThat(file).as("%s of %s, which is now %s", name, root, now).isNotNull();
      var then = JSON.readTree(file);
      assertThat(JSON.readTree(now)).isEqualTo(then);
      assertThat(JSON.readValue(then.toString(), root)).isEqualTo(value);
    }
    assertThat(new CborCopy().apply(value)).isEqualTo(value);
  }
}
