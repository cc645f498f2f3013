# Every include agrees with lib/ROOMS, and the check notices when one does not.
. "$E2E_SOURCE/lib.bash"
need python3

run "$E2E_ROOT/scripts/check-rooms"
expect_code 0

# tree: a small tree with two rooms that is in order.
tree()
{
    rm -rf tree
    mkdir -p tree/lib/low/detail tree/lib/high tree/tools
    printf 'low  | | fmt::fmt | \nhigh | low | | ZLIB::ZLIB\n' >tree/lib/ROOMS
    echo '#include <vector>' >tree/lib/low/low.hpp
    echo '#include "low/low.hpp"' >tree/lib/low/detail/own.hpp
    echo '#include "low/low.hpp"' >tree/lib/high/high.hpp
    echo '#include <zlib.h>' >tree/lib/high/high.cpp
    printf '#include "high/high.hpp"\n#include <CLI/CLI.hpp>\n' >tree/tools/tool.cpp
}

tree
run "$E2E_ROOT/scripts/check-rooms" tree
expect_code 0

# refused FILE LINE MESSAGE: the line in that file is a fault.
refused()
{
    tree
    echo "$2" >>"tree/$1"
    run "$E2E_ROOT/scripts/check-rooms" tree
    expect_code 1
    expect_contains stdout "$3"
}

refused lib/low/low.cpp '#include "high/high.hpp"' 'low may not include high'
refused lib/high/high.cpp '#include "low/detail/own.hpp"' 'low/detail/ is for low alone'
refused lib/high/high.hpp '#include <zlib.h>' 'high does not name ZLIB::ZLIB in headers'
refused lib/low/low.cpp '#include <openssl/evp.h>' 'low does not name OpenSSL::Crypto at all'
refused lib/low/low.cpp '#include <boost/any.hpp>' 'belongs to no package'
refused lib/low/low.cpp '#include "low/gone.hpp"' 'there is no lib/low/gone.hpp'
refused tools/tool.cpp '#include <zlib.h>' 'a tool does not use ZLIB::ZLIB itself'
refused lib/ROOMS 'more | most | | ' 'most does not stand above more'

finish
