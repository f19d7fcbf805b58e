package vermilion.store;

/// What every part of a store works with.
///
/// @param writer the one that writes
/// @param readers those that read
/// @param master the installation's key
/// @param keys the patients' keys
record Engine(GroupCommit writer, ReadPool readers, MasterKey master, Keyring keys) {}
