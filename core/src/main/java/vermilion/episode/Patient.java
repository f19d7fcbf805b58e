package vermilion.episode;

/// Who the episode is about, as far as following her up needs it.
///
/// @param name her name
/// @param birthDate YYYY-MM-DD
/// @param zone the tz database name of the zone she lives in
/// @param waking her waking hours, as 07:30-22:30
/// @param language the BCP 47 tag of the language she reads
public record Patient(String name, String birthDate, String zone, String waking, String language) {}
