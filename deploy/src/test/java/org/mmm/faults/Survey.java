package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Reads what nodes are left with when a workload is over. */
final class Survey {
  /** How long what was begun may need to come to its end. */
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);

  private final Nodes nodes;
  private final Setting setting;
  private final List<String> processes;
  private final Random random = new Random(1);

  Survey(Nodes nodes, Setting setting, List<String> users) {
    this.nodes = nodes;
    this.setting = setting;
    this.processes = new ArrayList<>(users);
    processes.add(Workload.LANDLORD);
  }

  /** What is there once every Item has left where it is not, or as it is when it never does. */
  Aftermath aftermath() throws IOException, InterruptedException {
    await()
        .atMost(SETTLES_WITHIN)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> inside().values().stream().mapToInt(List::size).sum() == items().size());
    Map<String, List<Aftermath.Entry>> logs = new TreeMap<>();
    for (String process : processes) logs.put(process, log(process));
    return new Aftermath(items(), inside(), logs);
  }

  private Map<String, Sight> items() throws IOException, InterruptedException {
    Map<String, Sight> items = new TreeMap<>();
    for (String item : setting.items().keySet()) {
      items.put(item, Driver.sight(read("items/" + item)));
    }
    return items;
  }

  private Map<String, List<String>> inside() throws IOException, InterruptedException {
    Map<String, List<String>> inside = new TreeMap<>();
    for (String place : setting.places().keySet()) {
      List<String> seats = inside.computeIfAbsent(place, p -> new ArrayList<>());
      read("items/" + place).body().path("inside").forEach(i -> seats.add(i.asText()));
    }
    return inside;
  }

  private List<Aftermath.Entry> log(String process) throws IOException, InterruptedException {
    List<Aftermath.Entry> log = new ArrayList<>();
    for (long after = -1, next = 0; next != after; ) {
      after = next;
      var page = read("processes/" + process + "/activity?limit=1000&after=" + after).body();
      log.addAll(Journals.entries(page));
      next = page.path("next").asLong();
    }
    return log;
  }

  private Nodes.Told read(String path) throws IOException, InterruptedException {
    Nodes.Told told = nodes.reads(path, random);
    assertThat(told.status()).as("%s: %s", path, told.body()).isEqualTo(200);
    return told;
  }
}
