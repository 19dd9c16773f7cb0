package org.mmm.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;

/**
 * How a run ended.
 *
 * @param passed sentences and expectations that ended as they should, those of the run before it
 *     was resumed included
 * @param exit OK, FAILED, or what interrupted the run
 */
public record Summary(int passed, int failed, ExitCode exit) {
  public ObjectNode json() {
    return Json.object().put("passed", passed).put("failed", failed);
  }
}
