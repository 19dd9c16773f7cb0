package org.mmm.edge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What goes in and out, as schemas: the resource {@code schemas.json}. */
final class OpenApiSchemas {
  private OpenApiSchemas() {}

  static ObjectNode all() {
    try (InputStream in = OpenApiSchemas.class.getResourceAsStream("schemas.json")) {
      if (in == null) throw new IllegalStateException("schemas.json is missing in this program");
      return (ObjectNode) new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
