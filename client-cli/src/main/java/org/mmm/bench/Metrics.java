package org.mmm.bench;

import java.nio.charset.StandardCharsets;
import org.mmm.client.Api;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;

/** Reads counters from {@code /metrics}. */
final class Metrics {
  private Metrics() {}

  /** The sum of a counter over all its labels; NaN if the node does not have it. */
  static double sum(Api api, String name) {
    ApiAnswer answer = api.call(ApiRequest.get("/metrics", null));
    return answer.ok() ? sum(new String(answer.raw(), StandardCharsets.UTF_8), name) : Double.NaN;
  }

  static double sum(String text, String name) {
    double sum = Double.NaN;
    for (String line : text.split("\n", -1)) {
      boolean plain = line.startsWith(name + " ");
      if (plain || line.startsWith(name + "{")) {
        String rest = plain ? line.substring(name.length()) : line.substring(line.indexOf('}') + 1);
        double value = Double.parseDouble(rest.strip().split(" ", -1)[0]);
        sum = Double.isNaN(sum) ? value : sum + value;
      }
    }
    return sum;
  }
}
