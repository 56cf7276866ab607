import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the tiles of the matrix product, classes {@code VectorDoubleTiles} and {@code VectorFloatTiles}, from the
 * table {@link #TILES}. A tile is a method that computes {@code c = a b} for a few rows of c and a few vectors of
 * columns. Its sums stay in registers. For this, each sum must be a local variable of one method, so the code of every
 * sum is written out.
 */
final class Tiles {
    // Sums that do not fit the registers are spilled to memory, and a tile takes twice as long. The vectors of b and
    // some elements of a, which the compiler loads ahead, need registers, too. GFLOPS with JDK 25 on an AMD EPYC
    // (family 25, model 17), operands in the L1 cache, b in equal steps or at offsets of a list:
    //
    //     rows x vectors            8x1  10x1  12x1  13x1  14x1   4x2   5x2   6x2   2x4   3x3   4x3
    //     AVX2, float, steps         80   102   100   104    59    78    95    51    86    94    43
    //     AVX2, float, list          68    97    99   100    59   107    66    45    82    55    48
    //     AVX2, double, steps        49    48    51    51    29    38    46    25    37    40    23
    //     AVX2, double, list         47    48    49    51    29    52    49    22    34    31    25
    //
    //     rows x vectors           12x1  13x1   6x2   8x2  12x2  14x2   4x3   6x3   8x3   9x3   4x4   6x4   7x4
    //     AVX-512, float, steps      78    82   105   110   108   105   101   107   113    98   108   113    94
    //     AVX-512, float, list       80    80   105   114   112   111   112   108   112   112   112   115    91
    //     AVX-512, double, steps     44    43    52    54    55    58    55    57    56    56    57    56    46
    //     AVX-512, double, list      44    44    55    56    58    58    56    56    56    56    56    57    45
    //
    // What is spilled depends on the code around the sums, so each tile is measured in its place, too. With AVX2 and
    // float, the convolutions of the deep ConvNet took 20 ms for 100 images with strips of 4x2, 21 with 5x2, 23 with
    // 8x1 or 3x3, 26 with 12x1 and 40 with 4x3 and 6x2; the gradients of their filters took 28 ms with 4x2 or 5x2, 33
    // with 6x2, 34 with 3x3, 39 with 8x1 and 42 with 12x1. Packed products of 512 and 1,024 take as long with 4x2 as
    // with 12x1. The tile fourByThree is not spilled where it is, and reaches 87 with (16x144)·(144x784).
    //
    // Whether many sums are spilled differs from run to run. In five runs of the deep ConvNet's step with AVX-512, a
    // tile of 6x4, which read a at offsets, moved 0, 32, 32, 44 or 56 spilled sums for its 24 multiply-adds, and
    // strips of 8x3 ten in one run: a step took 87, 93, 105, 127 or 210 ms. With 16 sums, no tile of a convolution was
    // spilled in four runs, and a step took 88 to 93 ms; with AVX2, none in five runs, and 88 to 95 ms. Java prints the
    // machine code with -XX:+UnlockDiagnosticVMOptions and -XX:CompileCommand=print,*.VectorFloatTiles::*
    private static final String PACKAGE = "io.github.dlfs4j.ndarray.kernel.product";

    private static final List<Tile> TILES = List.of(
            new Tile("eightByThree", 8, 3, Width.WHOLE, Order.ANY),
            new Tile("fourByThree", 4, 3, Width.WHOLE, Order.ANY),
            new Tile("sixByThreeAndHalf", 6, 3, Width.AND_A_HALF, Order.ANY),
            new Tile("twelveByTwo", 12, 2, Width.SHIFTED, Order.ANY),
            new Tile("twelveByOne", 12, 1, Width.WHOLE, Order.ANY),
            new Tile("twelveByOneAndHalf", 12, 1, Width.AND_A_HALF, Order.ANY),
            new Tile("twelveByTwoHalves", 12, 2, Width.HALVES, Order.ANY),
            new Tile("oneByFour", 1, 4, Width.SHIFTED, Order.ANY),
            new Tile("oneByTwoHalves", 1, 2, Width.HALVES, Order.ANY),
            new Tile("sparseOneByFour", 1, 4, Width.SHIFTED, Order.LISTED),
            new Tile("sparseEightByThree", 8, 3, Width.WHOLE, Order.LISTED),
            new Tile("sparseEightByOne", 8, 1, Width.WHOLE, Order.LISTED),
            new Tile("packedTwelveByTwo", 12, 2, Width.WHOLE, Order.PACKED),
            new Tile("packedTwelveByOne", 12, 1, Width.WHOLE, Order.PACKED),
            new Tile("stripEightByTwo", 8, 2, Width.PLACED, Order.STRIPS),
            new Tile("stripEightByOne", 8, 1, Width.PLACED, Order.STRIPS),
            new Tile("stripFourByTwo", 4, 2, Width.PLACED, Order.STRIPS),
            new Tile("addStripEightByTwo", 8, 2, Width.PLACED, Order.ADDED_STRIPS),
            new Tile("addStripEightByOne", 8, 1, Width.PLACED, Order.ADDED_STRIPS),
            new Tile("addStripFourByTwo", 4, 2, Width.PLACED, Order.ADDED_STRIPS),
            new Tile("addEightByTwo", 8, 2, Width.WHOLE, Order.OFFSETS),
            new Tile("addTwelveByOne", 12, 1, Width.WHOLE, Order.OFFSETS),
            new Tile("addFourByTwo", 4, 2, Width.WHOLE, Order.OFFSETS));

    /** The tiles for few columns: chains of a column of c by vectors of its rows. */
    private static final List<ChainTile> CHAIN_TILES = List.of(
            new ChainTile("eightChainsByThree", 8, 3),
            new ChainTile("eightChainsByOne", 8, 1),
            new ChainTile("fourChainsByThree", 4, 3),
            new ChainTile("fourChainsByOne", 4, 1));

    /** The vectors of a row of c. */
    private enum Width {
        /** Whole vectors, side by side. */
        WHOLE,
        /** Whole vectors. Those that would exceed the last column begin earlier and store the same values again. */
        SHIFTED,
        /** Whole vectors, and half a vector that ends with the last column. */
        AND_A_HALF,
        /** Half vectors, shifted like whole ones. */
        HALVES,
        /** Whole vectors, each at a listed column. */
        PLACED
    }

    /** The order in which a is read. */
    private enum Order {
        /** All columns, one after the other, with any steps. */
        ANY("Matrix<T[]> a, int i, Matrix<T[]> b, int j, Matrix<T[]> c"),
        /** The first {@code count} columns of a list. */
        LISTED("Matrix<T[]> a, int i, Matrix<T[]> b, int j, Matrix<T[]> c, int[] columns, int count"),
        /**
         * A strip of a and a panel of b from end to end, in constant steps that need no checks. The sums may continue
         * those of c.
         */
        PACKED("T[] left, int x, T[] right, int y, T[] out, int z, int stepOfC, int depth, boolean continues"),
        /** A strip of a from end to end, and b and c of any offsets. To each row of c, its bias is added. */
        STRIPS("T[] left, int x, OffsetMatrix<T[]> b, int[] places, int place, T[] bias, int i, OffsetMatrix<T[]> c"),
        /** The same without biases. The product is added to c. */
        ADDED_STRIPS("T[] left, int x, OffsetMatrix<T[]> b, int[] places, int place, int i, OffsetMatrix<T[]> c"),
        /**
         * a of any offsets, some neighbouring columns at a time, which need one check, and a panel of b from end to
         * end. The product is added to c.
         */
        OFFSETS("OffsetMatrix<T[]> a, int i, int run, T[] right, int y, Matrix<T[]> c");

        final String parameters;

        Order(String parameters) {
            this.parameters = parameters;
        }
    }

    /**
     * A tile.
     *
     * @param name of the method
     * @param rows of c
     * @param vectors of a row, without the half vector of {@link Width#AND_A_HALF}
     * @param width the kind of the vectors
     * @param order in which a is read
     */
    private record Tile(String name, int rows, int vectors, Width width, Order order) {
        String method() {
            String begin = switch (order) {
                case PACKED -> "";
                case STRIPS, ADDED_STRIPS -> beginAtPlaces();
                case OFFSETS -> beginAtOffsets();
                case ANY, LISTED -> begin();
            };
            return "    static void %s(%s) {\n%s%s%s%s%s    }\n"
                    .formatted(name, order.parameters, begin, sums(), continues(), loop(), end());
        }

        private String species() {
            return width == Width.HALVES ? "HALF" : "SPECIES";
        }

        private String lanes() {
            return width == Width.HALVES ? "HALF_LANES" : "LANES";
        }

        private boolean hasHalf() {
            return width == Width.AND_A_HALF;
        }

        /** Returns the code for the offset of a vector from the first vector of its row. */
        private String offset(int vector) {
            if (width == Width.PLACED) {
                return " + j" + vector;
            }
            if (vector == 0) {
                return "";
            }
            boolean shifted = width == Width.SHIFTED || width == Width.HALVES;
            return shifted ? " + j" + vector : vector == 1 ? " + LANES" : " + " + vector + " * LANES";
        }

        private String forRows(String line) {
            return forAll(rows, line, "ROW");
        }

        /** Computes where the rows of a and the vectors of b begin. The last row takes the place of missing rows. */
        private String begin() {
            String first = (rows == 1 ? "" : "        int last = c.rows() - 1 - i;\n")
                    + "        int x0 = a.offset() + i * a.rowStep();\n";
            String rest = IntStream.range(1, rows)
                    .mapToObj("        int x%1$d = x0 + Math.min(%1$d, last) * a.rowStep();\n"::formatted)
                    .collect(Collectors.joining());
            String shifts = width == Width.WHOLE || width == Width.AND_A_HALF
                    ? ""
                    : IntStream.range(1, vectors)
                            .mapToObj(v -> "        int j%d = Math.min(%d * %s, c.columns() - j - %s);\n"
                                    .formatted(v, v, lanes(), lanes()))
                            .collect(Collectors.joining());
            String half = hasHalf() ? "        int half = c.columns() - j - HALF_LANES;\n" : "";
            return """
                            T[] left = a.values();
                            T[] right = b.values();
                            T[] out = c.values();
                            int columnStep = a.columnStep();
                            int rowStep = b.rowStep();
                    """
                    + (order == Order.ANY ? "        int depth = b.rows();\n" : "        int y0 = b.offset() + j;\n")
                    + first + rest + shifts + half;
        }

        /** The last place takes the place of missing ones, too. */
        private String beginAtPlaces() {
            return """
                            T[] right = b.values();
                            T[] out = c.values();
                            int[] rowsOfB = b.rows();
                            int depth = rowsOfB.length;
                            int last = c.rows().length - 1;
                            int lastPlace = places.length - 1;
                            int y0 = b.offset();
                    """
                    + forVectors("        int placeVECTOR = places[Math.min(place + VECTOR, lastPlace)];\n")
                    + forVectors("        int jVECTOR = y0 + b.columns()[placeVECTOR];\n");
        }

        private String beginAtOffsets() {
            return """
                            T[] left = a.values();
                            T[] out = c.values();
                            int[] columnsOfA = a.columns();
                            int depth = columnsOfA.length;
                            int last = c.rows() - 1;
                    """ + forRows("        int xROW = a.offset() + a.rows()[Math.min(i + ROW, last)];\n");
        }

        private String sums() {
            return forRows(forAll(vectors, "        V sROW_VECTOR = V.zero(" + species() + ");\n", "VECTOR")
                    + (hasHalf() ? "        V hROW = V.zero(HALF);\n" : ""));
        }

        private String continues() {
            if (order != Order.PACKED) {
                return "";
            }
            // Reads the rows backwards. Otherwise the compiler would keep the addresses for the stores in registers
            // that the sums need.
            String rowsOfC = IntStream.iterate(rows - 1, row -> row - 1)
                    .limit(rows)
                    .mapToObj(row -> IntStream.range(0, vectors)
                                    .mapToObj(v -> "            s%d_%d = V.fromArray(SPECIES, out, at%s);\n"
                                            .formatted(row, v, offset(v)))
                                    .collect(Collectors.joining())
                            + (row > 0 ? "            at -= stepOfC;\n" : ""))
                    .collect(Collectors.joining());
            return "        if (continues) {\n            int at = z + %d * stepOfC;\n%s        }\n"
                    .formatted(rows - 1, rowsOfC);
        }

        private String loop() {
            String head = switch (order) {
                case ANY -> """
                            int x = 0;
                            int y = b.offset() + j;
                            for (int p = 0; p < depth; p++) {
                    """;
                case LISTED -> """
                            for (int p = 0; p < count; p++) {
                                int column = columns[p];
                                int x = column * columnStep;
                                int y = y0 + column * rowStep;
                    """;
                case PACKED -> "        for (int p = 0; p < depth; p++) {\n";
                case STRIPS, ADDED_STRIPS -> """
                            for (int p = 0; p < depth; p++) {
                                int y = rowsOfB[p];
                    """;
                case OFFSETS -> """
                            for (int column = 0; column < depth; column += run) {
                                int x = columnsOfA[column];
                                int from = y + column * %d * LANES;
                                for (int p = 0; p < run; p++) {
                    """.formatted(vectors);
            };
            String place = switch (order) {
                case PACKED -> "y + p * " + vectors + " * LANES";
                case OFFSETS -> "from + p * " + vectors + " * LANES";
                case ANY, LISTED, STRIPS, ADDED_STRIPS -> "y";
            };
            String factor = switch (order) {
                case PACKED, STRIPS, ADDED_STRIPS -> "x + p * " + rows + " + ROW";
                case OFFSETS -> "xROW + x + p";
                case ANY, LISTED -> "xROW + x";
            };
            String vectorsOfB = IntStream.range(0, vectors)
                    .mapToObj(v -> "            V b%d = V.fromArray(%s, right, %s%s);\n"
                            .formatted(v, species(), place, offset(v)))
                    .collect(Collectors.joining());
            String halfOfB = hasHalf() ? "            V bh = V.fromArray(HALF, right, y + half);\n" : "";
            String products = forRows("            V fROW = V.broadcast(" + species() + ", left[" + factor + "]);\n"
                    + forAll(vectors, "            sROW_VECTOR = fROW.fma(bVECTOR, sROW_VECTOR);\n", "VECTOR")
                    // Broadcasting the factor to half a vector would take as long as the broadcast to a whole one.
                    + (hasHalf() ? "            hROW = ((V) fROW.reinterpretShape(HALF, 0)).fma(bh, hROW);\n" : ""));
            String next = order == Order.ANY ? "            x += columnStep;\n            y += rowStep;\n" : "";
            String end = order == Order.OFFSETS ? "            }\n        }\n" : "        }\n";
            return head + vectorsOfB + halfOfB + products + next + end;
        }

        /** Ends the sums by adding 0 and stores them. */
        private String end() {
            if (order == Order.STRIPS || order == Order.ADDED_STRIPS) {
                return endAtPlaces();
            }
            if (order == Order.OFFSETS) {
                String rowsOfC = forRows("        int zROW = c.offset() + Math.min(i + ROW, last) * c.rowStep();\n");
                return "        V zero = V.zero(SPECIES);\n" + rowsOfC
                        + forRows(adding("zROW", "LANES * VECTOR"))
                        + forRows(storing("zROW", "LANES * VECTOR"));
            }
            String first = order == Order.PACKED
                    ? "        int at = z;\n"
                    : "        int z0 = c.offset() + i * c.rowStep() + j;\n"
                            + IntStream.range(1, rows)
                                    .mapToObj(
                                            "        int z%1$d = z0 + Math.min(%1$d, last) * c.rowStep();\n"::formatted)
                                    .collect(Collectors.joining());
            String row = IntStream.range(0, vectors)
                    .mapToObj(v -> "        zero.add(sROW_%d).intoArray(out, %s%s);\n"
                            .formatted(v, order == Order.PACKED ? "at" : "zROW", offset(v)))
                    .collect(Collectors.joining());
            String half = hasHalf() ? "        halfZero.add(hROW).intoArray(out, zROW + half);\n" : "";
            String next = order == Order.PACKED ? "        at += stepOfC;\n" : "";
            // Adding the number 0 takes the compiler so much more code that it gave up in large tiles, and left sums as
            // objects. The zero comes first, since the compiler knows its class, but guesses that of a sum.
            String zeros = "        V zero = V.zero(%s);\n".formatted(species())
                    + (hasHalf() ? "        V halfZero = V.zero(HALF);\n" : "");
            return first + zeros + forRows(row + half + next);
        }

        /**
         * Rows and places that take the place of missing ones store the same values again, so all of c is read first.
         */
        private String endAtPlaces() {
            String row = "rowROW";
            String column = "zVECTOR";
            return "        V zero = V.zero(SPECIES);\n"
                    + forVectors("        int zVECTOR = c.offset() + c.columns()[placeVECTOR];\n")
                    + forRows("        int nROW = Math.min(i + ROW, last);\n        int rowROW = c.rows()[nROW];\n")
                    + forRows(
                            order == Order.ADDED_STRIPS
                                    ? adding(row, column)
                                    : forVectors("        sROW_VECTOR = V.broadcast(SPECIES, bias[nROW])"
                                            + ".add(zero.add(sROW_VECTOR));\n"))
                    + forRows(storing(row, column));
        }

        /** Returns the code that adds a row of c to its sums. */
        private String adding(String row, String column) {
            return forVectors("        sROW_VECTOR = V.fromArray(SPECIES, out, " + row + " + " + column
                    + ").add(zero.add(sROW_VECTOR));\n");
        }

        private String storing(String row, String column) {
            return forVectors("        sROW_VECTOR.intoArray(out, " + row + " + " + column + ");\n");
        }

        private String forVectors(String line) {
            return forAll(vectors, line, "VECTOR");
        }

        private static String forAll(int count, String line, String name) {
            return IntStream.range(0, count)
                    .mapToObj(i -> line.replace(name, Integer.toString(i)))
                    .collect(Collectors.joining());
        }
    }

    /**
     * A tile of some chains of the first rows, starting with number {@code chain} of {@code count}. c is one column,
     * and the columns of a are contiguous. Columns that do not fill a round of all chains are left out.
     *
     * @param name of the method
     * @param chains of an element
     * @param vectors of rows; those that would exceed the last row begin earlier
     */
    private record ChainTile(String name, int chains, int vectors) {
        String method() {
            return "    static void %s(Matrix<T[]> a, Matrix<T[]> b, int chain, int count, T[] chains) {\n%s%s%s    }\n"
                    .formatted(name, begin(), loop(), end());
        }

        private String begin() {
            return """
                            T[] left = a.values();
                            T[] right = b.values();
                            int columnStep = a.columnStep();
                            int nextRound = (count - %d) * columnStep;
                            int rounds = b.rows() / count;
                            int x = chain * columnStep;
                            int y = b.offset() + chain;
                            int last = a.rows() - LANES;
                    """.formatted(chains)
                    + forVectors("        int xVECTOR = a.offset() + Math.min(VECTOR * LANES, last);\n")
                    + forChains(forVectors("        V sCHAIN_VECTOR = V.zero(SPECIES);\n"));
        }

        private String loop() {
            String products = forChains("            V fCHAIN = V.broadcast(SPECIES, right[y + CHAIN]);\n"
                    + forVectors("            sCHAIN_VECTOR ="
                            + " fCHAIN.fma(V.fromArray(SPECIES, left, xVECTOR + x), sCHAIN_VECTOR);\n")
                    + "            x += columnStep;\n");
            return "        for (int round = 0; round < rounds; round++) {\n" + products
                    + "            x += nextRound;\n            y += count;\n        }\n";
        }

        private String end() {
            String place = "(chain + CHAIN) * " + vectors + " + VECTOR";
            return forChains(forVectors("        sCHAIN_VECTOR.intoArray(chains, (" + place + ") * LANES);\n"));
        }

        private String forVectors(String line) {
            return Tile.forAll(vectors, line, "VECTOR");
        }

        private String forChains(String lines) {
            return Tile.forAll(chains, lines, "CHAIN");
        }
    }

    /** Adds both classes. */
    static void generate(Map<Path, String> generated) {
        Path folder = Path.of(PACKAGE.replace('.', '/'));
        for (String type : List.of("Double", "Float")) {
            generated.put(folder.resolve("Vector" + type + "Tiles.java"), source(type));
        }
    }

    private static String source(String type) {
        String vector = type + "Vector";
        String tiles = Stream.concat(
                        TILES.stream().map(Tile::method), CHAIN_TILES.stream().map(ChainTile::method))
                .collect(Collectors.joining("\n"));
        String primitive = type.toLowerCase(Locale.ROOT);
        String methods = tiles.replaceAll("\\bV\\b", vector).replaceAll("\\bT\\b", primitive);
        return """
                // Generated by src/build/java/Tiles.java: edit that file, not this one.
                package %s;

                import io.github.dlfs4j.ndarray.kernel.VectorLength;
                import jdk.incubator.vector.%s;
                import jdk.incubator.vector.VectorShape;
                import jdk.incubator.vector.VectorSpecies;

                /** The tiles of the matrix product. */
                final class Vector%sTiles {
                    private static final VectorSpecies<%s> SPECIES = VectorSpecies.of(%s.class, VectorLength.SHAPE);
                    private static final int LANES = SPECIES.length();
                    private static final VectorSpecies<%s> HALF =
                            VectorSpecies.of(%s.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
                    private static final int HALF_LANES = HALF.length();

                    private Vector%sTiles() {}

                %s}
                """.formatted(PACKAGE, vector, type, type, primitive, type, primitive, type, methods);
    }
}
