package vermilion.bench;

import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/// One way of doing one piece of work.
///
/// @param id names it on the command line of its process
/// @param words names it in the tables
/// @param preparation everything that is done once, and gives the work; each call of the work is
///   given a running number and answers with something that depends on all that it did
record Side(String id, String words, Supplier<IntToLongFunction> preparation) {}
