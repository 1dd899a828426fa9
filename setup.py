"""What pyproject.toml cannot say: the compiled modules, left out where no compiler is.

``optional=True`` makes setuptools go on with a warning where the compiler is missing or fails; the
library then uses numpy (``gaoyou_nlp/network/kernels.py``) and Python
(``gaoyou_nlp/language/word_table.py``).
"""

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

KERNELS = Extension(
    "gaoyou_nlp.network._kernels",
    ["gaoyou_nlp/network/_kernels.pyx"],
    depends=["gaoyou_nlp/network/_kernels.h"],
    optional=True,
)
WORDS = Extension("gaoyou_nlp.language._words", ["gaoyou_nlp/language/_words.pyx"], optional=True)


class BuildOptimised(build_ext):
    """Builds with the optimiser at its highest where the compiler knows the option."""

    def build_extensions(self) -> None:
        """Build all extensions."""
        if self.compiler.compiler_type == "unix":
            for extension in self.extensions:
                extension.extra_compile_args += ["-O3", "-g0", "-fno-trapping-math"]
        super().build_extensions()


setup(ext_modules=[KERNELS, WORDS], cmdclass={"build_ext": BuildOptimised})
