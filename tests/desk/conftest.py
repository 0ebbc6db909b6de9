from tests.support.conftest import school as school
