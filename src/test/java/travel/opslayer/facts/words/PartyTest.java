package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {

  @ParameterizedTest
  @CsvSource({
    "for 2 peple,2",
    "for two,2",
    "x2,2",
    "ebc X 3,3",
    "2x,2",
    "2 pax,2",
    "2pax,2",
    "twenty two people,22",
    "twenty-two people,22",
    "2 log,2",
    "do log,2",
    "hum teen,3",
    "२ लोग,2",
    "दो लोग,2",
    "4 ke liye,4",
    "hami 3 jana,3",
    "somos cuatro,4",
    "grupo de 8,8",
    "dos personas,2",
    "una persona,1",
    "2 adults 1 child,3",
    "'2 adults, 2 kids',4",
    "2 adultos y 1 niño,3",
    "4 people: 2 adults and 2 kids,4",
    "'2 people, me and my wife',2",
    "me and my wife,2",
    "my husband and I,2",
    "'me, my wife and 2 kids',4",
    "with 3 friends,4",
    "me and my parents,3",
    "me +1,2",
    "'mi marido, mi hija y yo',3",
    "family of 4 (2 adults and 2 kids),4",
    "2 log k liye,2",
    "voy con mi novio,2",
    "main aur mera dost,2",
    "ma ra mero sathi,2",
    "ella sola,1",
    "just me,1",
    "just me and my husband,2",
    "we are 200 people,200"
  })
  void people_are_counted(String typed, int party) {
    assertThat(party(typed)).isEqualTo(party);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "el 15",
        "15 march",
        "march 15-20",
        "room 12",
        "9 am",
        "for 15 march",
        "for 2 days",
        "for 2 rooms",
        "for 24h",
        "para el 15",
        "for 50%",
        "for $20",
        "15-20 people",
        "1,450 people",
        "2.5 people",
        "201 people",
        "0 people",
        "how do people get there",
        "for once",
        "nice people",
        "a couple of questions",
        "we are 2 km away",
        "hum 15 ko",
        "+1",
        "along the river",
        "2 payments",
        "my wife is tired",
        "me",
        "BK-2041",
        "4x4"
      })
  void a_number_that_stands_there_is_nobody(String typed) {
    assertThat(party(typed)).isNull();
  }

  @Test
  void who_corrects_themselves_means_the_last() {
    assertThat(ShippedWords.read("en", "for 2 people", "sorry 3 people").party()).isEqualTo(3);
    assertThat(ShippedWords.read("en", "for 2 people", "on the 3rd").party()).isEqualTo(2);
  }

  private static @Nullable Integer party(String typed) {
    return ShippedWords.read("en", typed).party();
  }
}
