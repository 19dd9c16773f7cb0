package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.Telling.embeds;
import static org.mmm.rooms.Telling.persona;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Seats are those of accepted moves that were not released, whatever comes twice or late")
class SeatsPropertyTest {
  /** Either asks, by that call, for a seat, or says that the stay by that call is over. */
  record Word(String item, long seq, boolean release) {}

  @Property(tries = 300)
  void andNeverMoreThanTheCapacity(@ForAll("words") List<Word> words) {
    Place room = Place.founded("Room1", Telling.place("Room", "Anna", false, 8, 3));
    Map<String, Long> seats = new HashMap<>();
    Map<Long, Boolean> told = new HashMap<>();
    for (Word word : words) {
      var call = embeds("Anna", word.seq(), word.item(), "Room1");
      if (word.release()) {
        room.release(word.item(), call.id());
        seats.remove(word.item(), word.seq());
      } else {
        boolean admitted = room.admit(call, persona(word.item())).status().acknowledged();
        boolean again = told.containsKey(word.seq());
        if (again) assertThat(admitted).isEqualTo(told.get(word.seq()));
        else {
          assertThat(admitted)
              .as("it is refused only when it is full")
              .isEqualTo(seats.containsKey(word.item()) || seats.size() < 3);
          told.put(word.seq(), admitted);
          if (admitted) seats.put(word.item(), word.seq());
        }
      }
      Map<String, Long> are = new HashMap<>();
      room.state().seats().forEach((item, seat) -> are.put(item, seat.since().seq()));
      assertThat(are).isEqualTo(seats).hasSizeLessThanOrEqualTo(3);
    }
  }

  /** Five Personae; each call is of one of them, so that it comes again in any order. */
  @Provide
  Arbitrary<List<Word>> words() {
    return Combinators.combine(Arbitraries.longs().between(1, 20), Arbitraries.of(true, false))
        .as((seq, release) -> new Word("Persona" + seq % 5, seq, release))
        .list()
        .ofMaxSize(60);
  }
}
